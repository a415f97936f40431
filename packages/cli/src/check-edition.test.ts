import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const binary = join(import.meta.dirname, '../bin/insamling.mjs');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-edition-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What is said of a survey of a code and a number with these rules. */
async function saidOf(rules: readonly object[], more: object = {}): Promise<string> {
  const survey = {
    id: 'x',
    name: 'X',
    referenceYear: 2026,
    layout: { form: 'separated', zeroIsMissing: false },
    variables: [
      { id: 'g', name: 'g', form: 'A/N', length: 3, codeList: 'l' },
      { id: 'n', name: 'n', form: 'N', length: 7 },
    ],
    codeLists: { l: { name: 'L', codes: [{ code: 'A', name: 'A', facts: { most: 9 } }] } },
    rules: rules.map((rule, place) => ({ id: `R-${place + 1}`, severity: 'error', texts: { title: 't', message: 'm' }, ...rule })),
    ...more,
  };
  await writeFile(join(folder, 'x.json'), JSON.stringify(survey));
  return new Promise((done) => {
    execFile(process.execPath, [binary, 'check-edition', 'x.json'], { cwd: folder, timeout: 50_000 }, (_, stdout, stderr) =>
      done(stdout + stderr),
    );
  });
}

test('what hinders a release is said with the rule or the list, and with what can be done', async () => {
  const twice = { l: { name: 'L', codes: ['A', 'B', 'A'].map((code) => ({ code, name: code })) } };
  const range = { kind: 'range', field: 'n', low: 10, high: 20 };
  expect(
    await saidOf([
      { ...range, low: 30 },
      { kind: 'share', where: 'n > 3' },
    ]),
  ).toBe(
    'rules[0] (R-1): low är större än high (30 > 20). Byt plats på dem.\n' +
      'rules[1] (R-2): low eller high behövs för den här sortens kontroll.\n',
  );
  expect(await saidOf([{ kind: 'expression', assert: 'n <= number(g, "l", "mots")' }])).toBe(
    'rules[0] (R-1): ingen kod i listan l har uppgiften mots. Rätta namnet, eller skriv uppgiften i listans facts.\n',
  );
  expect(await saidOf([range], { codeLists: twice })).toBe(
    'codeLists.l.codes[2]: koden A finns redan i listan. Ta bort den ena, eller rätta koden.\n',
  );
  expect(await saidOf([range, { ...range, low: 30, high: 40 }])).toContain(
    'n: inget värde följer R-1, R-2. Ändra gränserna, eller säg med when vilka poster var och en gäller.',
  );
});

test('of an example that fails it is said what it was to give and what it gave', async () => {
  const cases = {
    'R-1': [
      { says: 'ten', outcome: 'pass', records: [{ cells: { g: 'A', n: '10' } }] },
      { says: 'none', outcome: 'fail', records: [{ cells: { g: 'A' } }] },
    ],
  };
  const said = await saidOf([{ kind: 'range', field: 'n', high: 9 }], { cases });
  expect(said).toContain('R-1, exemplet ”ten”: skulle inte ge någon anmärkning, men gav en anmärkning.');
  expect(said).toContain('R-1, exemplet ”none”: skulle ge en anmärkning, men kunde inte prövas.');
});
