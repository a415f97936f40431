import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { built, sources, stamp } from '../packages/cli/bin/built.mjs';

/**
 * Makes one file of the command `insamling`. An installation without the building tools goes on running the sources, which are the same
 * command. The file takes the old one's place in one step, and is not run before its stamp is there.
 */
const tools = await import('vite').catch(() => undefined);
if (tools) {
  const from = sources();
  const made = await tools.build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, '../packages/cli/src/main.ts'),
      write: false,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  const [file] = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (file?.type !== 'chunk') throw new Error('The command insamling could not be made into one file');
  const draft = `${built}.${process.pid}`;
  try {
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(draft, file.code);
    rmSync(stamp, { force: true });
    for (const name of readdirSync(dirname(built))) if (name.includes('compiled-')) rmSync(join(dirname(built), name), { force: true });
    renameSync(draft, built);
    spawnSync(process.execPath, [join(import.meta.dirname, 'compile-command.ts')], { stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(stamp, from);
  } catch (fault) {
    // A folder that may not be written is no reason to say more than this at every start.
    process.stderr.write(`insamling körs från källkoden: ${(fault as NodeJS.ErrnoException).code ?? String(fault)} i packages/cli/dist.\n`);
  } finally {
    rmSync(draft, { force: true });
  }
}
