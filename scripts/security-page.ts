import { requirements } from './security-requirements.ts';
import { testsWithIds, type NamedTest } from './security-tests.ts';

const head = `# Requirements on accounts, security and privacy

Every requirement with the files that see to it and the tests that prove it. \`npm run docs:security\` writes this page from
\`scripts/security-requirements.ts\` and from the names of the tests, which begin with the ids they prove;
\`security-requirements.test.ts\` fails when a requirement has no test, a file is gone, or a test names an id that is not here.

A \`%s\` in the name of a test stands for one of its cases.

| id | requirement | seen to in | proved by |
|---|---|---|---|
`;

/** docs/security/requirements.md as it should be now. */
export function securityPage(root: string): string {
  const tests = testsWithIds(root);
  const rows = requirements.map(({ id, text, files }) => {
    const proofs = proofsOf(tests.filter(({ ids }) => ids.includes(id)));
    return `| ${id} | ${cell(text)} | ${files.map((file) => `\`${file}\``).join('<br>')} | ${proofs} |`;
  });
  return `${head}${rows.join('\n')}\n`;
}

/** Names of tests under the file they stand in. */
function proofsOf(tests: readonly NamedTest[]): string {
  const files = Map.groupBy(tests, ({ file }) => file);
  return [...files].map(([file, named]) => `\`${file}\`${named.map(({ name }) => `<br>– ${cell(name)}`).join('')}`).join('<br>');
}

const cell = (text: string) => text.replace(/[|<>]/g, (sign) => ({ '|': '\\|', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
