import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A test whose name begins with ids of requirements. */
export interface NamedTest {
  readonly file: string;
  readonly ids: readonly string[];
  /** What the name says after the ids; `%s` and its like where there is one for every case. */
  readonly name: string;
}

const places = ['packages', 'e2e', 'scripts'];

/** Every test of the repository that says which requirement it proves: `test('R12, R13: …')`. */
export function testsWithIds(root: string): NamedTest[] {
  const inPlaces = places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return [...inPlaces, ...readdirSync(root)]
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes('node_modules'))
    .sort()
    .flatMap((file) => namesIn(readFileSync(join(root, file), 'utf8')).map((named) => ({ file, ...named })));
}

/** The names in a text of tests: a string that begins with ids and stands where a test has its name. */
export function namesIn(text: string): { ids: string[]; name: string }[] {
  const start = /(?:\btest|\))\(\s*(['"`])(R\d\d(?:, R\d\d)*): ((?:\\.|(?!\1).)*)\1,/g;
  return [...text.matchAll(start)].map(([, , ids = '', name = '']) => ({ ids: ids.split(', '), name: name.replace(/\\(['"`])/g, '$1') }));
}
