import { spawnSync } from 'node:child_process';
import { chownSync, statSync } from 'node:fs';

/** Words put in front of a program so that it runs as somebody PostgreSQL accepts, and dies with us. */
export interface Guise {
  readonly prefix: readonly string[];
  /** Gives a folder to the user the programs run as. */
  prepare(folder: string): void;
}

const nobody = 65534;

/**
 * PostgreSQL refuses to run as root. In a user namespace it sees itself as nobody while the files stay root's, so a folder
 * below a 0700 parent works and nothing is chowned; where namespaces are forbidden it becomes nobody in earnest.
 */
export function guise(): Guise {
  const dieWithUs = works(['setpriv', '--pdeathsig', 'INT', 'true']) ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return { prefix: dieWithUs, prepare: () => undefined };
  const namespace = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  // The death signal is set inside the namespace: a change of credentials would clear it.
  if (works([...namespace, 'true'])) return { prefix: [...namespace, ...dieWithUs], prepare: () => undefined };
  return {
    prefix: [
      'setpriv',
      `--reuid=${nobody}`,
      `--regid=${nobody}`,
      '--clear-groups',
      ...(dieWithUs.length > 0 ? ['--pdeathsig', 'INT'] : []),
    ],
    prepare: (folder) => chownSync(folder, nobody, nobody),
  };
}

function works(words: readonly string[]): boolean {
  const [program = '', ...rest] = words;
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0;
}

/**
 * A data folder made under another user cannot be used; say so instead of letting PostgreSQL fail in its own words.
 * @throws Error that names both owners
 */
export function insistOnOwner(folder: string): void {
  const owner = statSync(folder).uid;
  const self = process.getuid?.();
  if (self === undefined || owner === self || (self === 0 && owner === nobody)) return;
  throw new Error(
    `The database folder ${folder} belongs to user ${owner}, but this is user ${self}. Start as its owner, or choose another DATA_DIR.`,
  );
}
