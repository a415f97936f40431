import { bytesOf } from './bytes.ts';

/** A cell: a number, a text, or XML of one's own. */
export type WorkbookCell = string | number | { readonly xml: string };
export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WorkbookCell | undefined)[])[];
  readonly state?: 'hidden' | 'veryHidden';
  /** XML after the rows. */
  readonly after?: string;
}

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As packed; absent: stored. */
  readonly packed?: Uint8Array;
  /** Size that the directory claims. */
  readonly claims?: number;
  /** Checksum that the directory claims. */
  readonly checksum?: number;
  readonly flags?: number;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32, a byte at a time. */
function checksumOf(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ remainders[(rest ^ byte) & 0xff]!;
  return (rest ^ 0xffffffff) >>> 0;
}

/** A ZIP file by the book. */
export function zipOf(
  parts: readonly ZipPart[],
  { offset }: { readonly offset?: (index: number, right: number) => number } = {},
): Uint8Array<ArrayBuffer> {
  const little = (value: number, bytes: number) => Array.from({ length: bytes }, (_, place) => Math.floor(value / 256 ** place) & 0xff);
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [index, { name, bytes, packed = bytes, claims = bytes.length, checksum = checksumOf(bytes), flags = 0 }] of parts.entries()) {
    const method = packed === bytes ? 0 : 8;
    const head = [
      ...little(20, 2),
      ...little(flags, 2),
      ...little(method, 2),
      ...little(0, 4),
      ...little(checksum, 4),
      ...little(packed.length, 4),
      ...little(claims, 4),
      ...little(name.length, 2),
    ];
    const local = bytesOf([0x50, 0x4b, 3, 4], head, little(0, 2), name, packed);
    directory.push(
      bytesOf(
        [0x50, 0x4b, 1, 2],
        little(20, 2),
        head,
        little(0, 2),
        little(0, 2),
        little(0, 2),
        little(0, 2),
        little(0, 4),
        little(offset?.(index, at) ?? at, 4),
        name,
      ),
    );
    locals.push(local);
    at += local.length;
  }
  const length = directory.reduce((sum, one) => sum + one.length, 0);
  return bytesOf(
    ...locals,
    ...directory,
    [0x50, 0x4b, 5, 6],
    little(0, 4),
    little(parts.length, 2),
    little(parts.length, 2),
    little(length, 4),
    little(at, 4),
    little(0, 2),
  );
}

/** The parts of a workbook with these sheets. Style 1 shows a day, style 2 a day in a format of one's own. */
export function workbookParts(sheets: readonly TestSheet[], { date1904 = false, doctype = '' } = {}): ZipPart[] {
  const part = (name: string, xml: string): ZipPart => ({
    name,
    bytes: bytesOf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${doctype}${xml}`),
  });
  return [
    part(
      'xl/workbook.xml',
      `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="t" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    ),
    part(
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
    ),
    part(
      'xl/sharedStrings.xml',
      '<sst><si><t>Påhittsson, Åsa</t></si><si><r><t>Två </t></r><r><t xml:space="preserve">delar &amp; mer</t></r><rPh><t>uttal</t></rPh></si></sst>',
    ),
    ...sheets.map(({ rows, after = '' }, index) =>
      part(
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet><sheetData>${rows.map((row, number) => `<row r="${number + 1}">${row.map((cell, column) => cellXml(cell, `${lettersOf(column)}${number + 1}`)).join('')}</row>`).join('')}</sheetData>${after}</worksheet>`,
      ),
    ),
  ];
}

export const workbookOf = (...sheets: readonly TestSheet[]): Uint8Array<ArrayBuffer> => zipOf(workbookParts(sheets));

function cellXml(cell: WorkbookCell | undefined, place: string): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${place}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  return cell.xml.replaceAll('@', place);
}

function lettersOf(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : lettersOf(Math.floor(column / 26) - 1) + lettersOf(column % 26);
}
