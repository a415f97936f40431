import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** True when the portal may listen here. A port that somebody is just letting go of is waited for. */
export async function isPortFree(port: number, host: string, patienceMs = 3000): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const fault = await tryToListen(port, host);
    if (!fault) return true;
    if (fault.code !== 'EADDRINUSE') throw fault;
    if (Date.now() > deadline) return false;
    await pause(100);
  }
}

const tryToListen = (port: number, host: string) =>
  new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
