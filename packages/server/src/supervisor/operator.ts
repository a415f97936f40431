import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Provided } from './embedded-services.ts';
import { writeDurably } from './stored-secrets.ts';

const fileIn = (dataDir: string) => join(dataDir, 'run.json');

/**
 * Leaves what a running portal was given, so that the operator's commands beside it (`insamling admin …`) reach the same
 * database and inbox. Readable by the owner only; removed when the portal stops.
 */
export const leaveForOperator = (dataDir: string, provided: Provided): void =>
  writeDurably(fileIn(dataDir), JSON.stringify({ pid: process.pid, environment: provided }));

export const clearForOperator = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });

/**
 * The settings of the portal that runs on this data folder: hand them to `readConfig` beneath the operator's own environment,
 * `readConfig({ ...environmentOfRunning(dataDir), ...process.env })`.
 * @returns undefined when no portal with embedded services runs there
 */
export function environmentOfRunning(dataDir: string): Provided | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  const { pid, environment } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; environment: Provided };
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined; // killed without a chance to tidy up
  }
  return environment;
}
