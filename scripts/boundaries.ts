/** A file of the code and its text. The path is from the root of the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What ARCHITECTURE.md says about imports. */
export interface Tables {
  readonly packages: ReadonlyMap<string, { readonly ours: readonly string[]; readonly outside: string }>;
  readonly rows: readonly { readonly package: string; readonly places: readonly (readonly string[])[]; readonly hasDoor: boolean }[];
  readonly kinds: readonly { readonly files: readonly string[]; readonly may: Readonly<Record<string, string>> }[];
}

export interface Import {
  readonly from: string;
  readonly isType: boolean;
}

/**
 * Every import in a text, with whether it brings types only.
 * Shape: `import … from '…'`, `export … from '…'`, `import '…'` at the beginning of a line; `import('…')` anywhere.
 */
export function importsIn(text: string): Import[] {
  const found: Import[] = [];
  for (const [, what = '', from = ''] of text.matchAll(/^\s*(?:import|export)\s+([\w*{}\s,$]*?)\s*(?:\bfrom\s+)?'([^']+)'/gm)) {
    found.push({ from, isType: bringsTypesOnly(what) });
  }
  for (const [, from = ''] of text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)) found.push({ from, isType: false });
  return found;
}

function bringsTypesOnly(what: string): boolean {
  if (/^type\b/.test(what)) return true;
  const names = /^\{([^}]*)\}$/.exec(what.trim())?.[1];
  return names !== undefined && names.split(',').every((name) => name.trim() === '' || /^\s*type\s/.test(name));
}

/** Reads the three tables under the heading «Who may import whom». @throws Error when one of them is gone */
export function readTables(page: string): Tables {
  const tableUnder = (heading: string): string[][] => {
    const section = page.split(/^### /m).find((part) => part.startsWith(heading));
    const rows = (section?.split('\n') ?? []).filter((line) => line.startsWith('|')).map(cellsOf);
    if (rows.length < 3) throw new Error(`ARCHITECTURE.md has no table under «${heading}»`);
    return rows;
  };
  const bare = (cell: string) =>
    cell
      .replaceAll('`', '')
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '–' && word !== '');
  const [head = [], , ...kinds] = tableUnder('By kind of file');
  return {
    packages: new Map(
      tableUnder('Between packages')
        .slice(2)
        .map(([name = '', ours = '', outside = '']) => [bare(name)[0] ?? '', { ours: bare(ours), outside: outside.replaceAll('`', '') }]),
    ),
    rows: tableUnder('Within a package')
      .slice(2)
      .map(([name = '', row = '', door = '']) => ({
        package: bare(name)[0] ?? '',
        places: row.split('→').map(bare),
        hasDoor: door !== '–',
      })),
    kinds: kinds.map(([files = '', ...cells]) => ({
      files: bare(files),
      may: Object.fromEntries(cells.map((cell, index) => [bare(head[index + 1] ?? '')[0] ?? '', cell.replaceAll('`', '')])),
    })),
  };
}

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
