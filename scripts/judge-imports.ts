import { posix } from 'node:path';
import { importsIn, type Import, type SourceFile, type Tables } from './boundaries.ts';

/** Imports that the tables forbid, one sentence each. Tests are free, and so is everything outside `packages/<name>/src`. */
export const forbiddenImports = (files: readonly SourceFile[], tables: Tables): string[] =>
  files
    .filter((file) => /^packages\/[^/]+\/src\//.test(file.path) && !/\.test\.tsx?$/.test(file.path) && !file.path.includes('/src/testing/'))
    .flatMap((file) =>
      importsIn(file.text).flatMap((one) =>
        [betweenPackages(file.path, one, tables) ?? withinPackage(file.path, one, tables)].flatMap((fault) =>
          fault ? [`${file.path} imports ${one.from}: ${fault}`] : [],
        ),
      ),
    );

function betweenPackages(path: string, { from, isType }: Import, tables: Tables): string | undefined {
  if (from.startsWith('.')) return undefined;
  const name = packageOf(path);
  const rule = tables.packages.get(name);
  if (!rule) return `${name} is not in the table of packages`;
  const ours = /^@insamling\/(.+)$/.exec(from)?.[1];
  if (ours === undefined) return fromOutside(path, { from, isType }, rule.outside);
  if (ours === 'embedded' && name === 'server')
    return /\/src\/(supervisor|testing)\//.test(path) ? undefined : 'only supervisor/ and testing/ may';
  if (ours === 'contract/schemas' ? !rule.ours.includes(ours) : !rule.ours.includes(ours.split('/')[0] ?? ''))
    return `${name} may not import ${ours}`;
  return name === 'server' ? byKind(path, ours.split('/')[0] ?? '', '', isType, tables) : undefined;
}

function fromOutside(path: string, { from, isType }: Import, outside: string): string | undefined {
  if (outside === 'nothing') return `${packageOf(path)} may import nothing from elsewhere`;
  if (outside.startsWith('zod'))
    return from === 'zod' && (isType || path.endsWith('.schemas.ts')) ? undefined : 'only zod, and only where the schemas are';
  return from.startsWith('node:') && !outside.includes('Node') ? 'there is no Node in the browser' : undefined;
}

function withinPackage(path: string, { from, isType }: Import, tables: Tables): string | undefined {
  if (!from.startsWith('.') || !/\.tsx?$/.test(from)) return undefined;
  const name = packageOf(path);
  const target = posix.normalize(posix.join(posix.dirname(path), from));
  if (packageOf(target) !== name) return 'another package is reached through its name';
  const [mine, theirs] = [placeOf(path), placeOf(target)];
  if (mine === theirs) return undefined;
  if (theirs === 'testing') return 'only tests may';
  if (name === 'server' && isType && (theirs === 'config.ts' || theirs === 'context.ts')) return undefined;
  const rows = tables.rows.filter((row) => row.package === name);
  const position = (row: (typeof rows)[number], place: string) => row.places.findIndex((places) => places.includes(place));
  const listed = (place: string) => rows.some((row) => position(row, place) >= 0);
  // Files at the top that stand in no row put the parts together; packages without rows have no inner order.
  if (!listed(mine))
    return isFile(mine) || rows.length === 0
      ? throughDoor(
          mine,
          theirs,
          target,
          rows.some((row) => row.hasDoor),
        )
      : `${mine} stands in no row`;
  const leave = rows.find(
    (row) =>
      position(row, theirs) >= 0 &&
      (position(row, theirs) < position(row, mine) || (position(row, theirs) === position(row, mine) && row.hasDoor)),
  );
  if (!leave) return `${theirs} is not to the left of ${mine}`;
  return (
    throughDoor(mine, theirs, target, leave.hasDoor) ??
    (name === 'server' ? byKind(path, theirs === 'platform' ? 'platform/' : 'neighbours', folderInside(target), isType, tables) : undefined)
  );
}

/** Folders that are entered anywhere: `ui` has no door, and the places that open pages or start the portal need no other. */
function throughDoor(mine: string, theirs: string, target: string, hasDoor: boolean): string | undefined {
  if (
    !hasDoor ||
    isFile(theirs) ||
    theirs === 'ui' ||
    theirs === 'supervisor' ||
    theirs === 'commands' ||
    /^(routes|main)\.tsx$/.test(mine)
  )
    return undefined;
  const inside = target.slice(target.indexOf(`/src/${theirs}/`) + `/src/${theirs}/`.length);
  const isDoor = theirs === 'platform' ? !inside.includes('/') || inside.endsWith('/index.ts') : inside === 'index.ts';
  return isDoor ? undefined : `${theirs} is entered through its index.ts`;
}

/** The third table: what a file of this kind, in a capability of the server, may take from where. */
function byKind(path: string, source: string, folder: string, isType: boolean, tables: Tables): string | undefined {
  if (!capabilities(tables).includes(placeOf(path))) return undefined;
  const file = posix.basename(path);
  const kind = tables.kinds.find(({ files }) =>
    files.some((pattern) => pattern === 'others' || pattern === file || (pattern.startsWith('*') && file.endsWith(pattern.slice(1)))),
  );
  const may = (kind?.may[source] ?? 'no').split(', ');
  if (may.includes('yes') || (may.includes('types') && isType) || may.includes(folder)) return undefined;
  return may.includes('types') ? `${file} may take only types from ${source}` : `${file} may not import from ${source}${folder}`;
}

const capabilities = (tables: Tables): string[] => {
  const row = tables.rows.find((one) => one.package === 'server' && one.hasDoor)?.places.flat() ?? [];
  return row.slice(row.indexOf('platform') + 1, row.indexOf('demonstration'));
};

const packageOf = (path: string): string => path.split('/')[1] ?? '';
/** The first folder below src, or the file at the top. */
const placeOf = (path: string): string => path.split('/')[3] ?? '';
const folderInside = (path: string): string => (path.split('/').length > 5 ? `${path.split('/')[4]}/` : '');
const isFile = (place: string): boolean => /\.tsx?$/.test(place);
