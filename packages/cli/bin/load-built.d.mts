import type { Script } from 'node:vm';

/** Where it is kept what V8 made of the built file. */
export function compiledFile(): string;
/** The command, and the script it stands in. @throws Error when it has not been built */
export function loadBuilt(): {
  readonly run: (words: readonly string[], load: (url: string) => Promise<unknown>) => Promise<void>;
  readonly script: Script;
};
