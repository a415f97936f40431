import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sbomOf } from './scripts/sbom.ts';

/** What we bring of others: exactly what we have looked at, under terms we may pass on, and with nothing that runs when it is installed. */
const root = import.meta.dirname;
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const manifest = (path: string) => read(path) as Manifest;

interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}
interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}
const manifests = ['package.json', ...globSync('packages/*/package.json', { cwd: root })];
const locked = (read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }).packages;
const ofOthers = Object.entries(locked).filter(([place, { link }]) => place.includes('node_modules/') && !link);
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

test.each(manifests)('%s names every dependency by one exact version', (path) => {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest(path);
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies }))
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
});

test('every package of the lock has a checksum of 512 bits and comes from no address of its own', () => {
  expect(ofOthers.length).toBeGreaterThan(300);
  for (const [place, { integrity, resolved }] of ofOthers) {
    expect(integrity, place).toMatch(/^sha512-/);
    expect(resolved ?? '', place).not.toMatch(/^(git|file|http:)/);
  }
});

test('what would run a script when it is installed is what was looked at, and nothing else', () => {
  const { allowScripts = {} } = manifest('package.json');
  const found = ofOthers.filter(([, { hasInstallScript }]) => hasInstallScript).map(([place]) => nameOf(place));
  expect(found.toSorted()).toEqual(Object.keys(allowScripts).toSorted());
});

/** Terms that ask no more than to be named. */
const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Unlicense'];
/** Terms that hold for files of others that are passed on unchanged: fonts; and tools that are not passed on at all. */
const unchanged: Readonly<Record<string, string>> = {
  '@fontsource-variable/source-sans-3': 'OFL-1.1',
  'axe-core': 'MPL-2.0',
  lightningcss: 'MPL-2.0',
};

test('every package that is installed may be passed on under our terms', () => {
  let looked = 0;
  for (const [place] of ofOthers) {
    const file = join(place, 'package.json');
    if (!existsSync(join(root, file))) continue; // for another machine
    const { name, license = '' } = manifest(file);
    const choices = license.replace(/[()]/g, '').split(' OR ');
    const known = Object.keys(unchanged).find((one) => name === one || name.startsWith(`${one}-`));
    const isAllowed = choices.some((one) => permissive.includes(one)) || (known !== undefined && unchanged[known] === license);
    expect(isAllowed, `${name}: ${license}`).toBe(true);
    looked += 1;
  }
  expect(looked).toBeGreaterThan(200);
});

test('everything of ours is under the EUPL', () => {
  for (const path of manifests) expect(manifest(path).license, path).toBe('EUPL-1.2');
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2');
});

test('the SBOM is CycloneDX, holds every package of the lock with its checksum, and nothing of this machine', async () => {
  const sbom = await sbomOf();
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'personalstatistik' } } });
  const listed = new Map(sbom.components.map((component) => [`${component.name}@${component.version}`, component]));
  for (const [place, { version }] of ofOthers) {
    const component = listed.get(`${nameOf(place)}@${version}`);
    expect(component?.purl, place).toContain('pkg:npm/');
    expect(component?.hashes, place).toHaveLength(1);
  }
  expect(JSON.stringify(sbom)).not.toContain(root);
});
