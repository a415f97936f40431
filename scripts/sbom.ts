import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** What the SBOM says that we look at. */
export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: { name: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl?: string;
    readonly hashes?: readonly unknown[];
    readonly licenses?: readonly unknown[];
  }[];
}

const root = join(import.meta.dirname, '..');

/** Every package of the lock file as CycloneDX, put together by npm. It calls the whole by its folder, which is nobody's business. */
export async function sbomOf(): Promise<Sbom> {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { stdout } = await promisify(execFile)('npm', words, { cwd: root, maxBuffer: 50_000_000, shell: process.platform === 'win32' });
  const sbom = JSON.parse(stdout) as Sbom;
  sbom.metadata.component.name = (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { name: string }).name;
  return sbom;
}

/** `npm run sbom [-- FILE]`: writes it, to var/sbom.cdx.json when no file is named. */
if (import.meta.main) {
  const file = resolve(process.argv[2] ?? join(root, 'var/sbom.cdx.json'));
  const sbom = await sbomOf();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(sbom, null, 2)}\n`);
  process.stdout.write(`${sbom.components.length} packages, CycloneDX ${sbom.specVersion}: ${file}\n`);
}
