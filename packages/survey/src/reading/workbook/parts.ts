import { XmlScanner, type XmlListener } from './scan-xml.ts';
import { limits, Refused, type Zip } from './zip.ts';

/** A sheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** No sheet has a longer name, and nothing in one may steer a screen. */
const nameShown = (name: string): string => name.replace(/\p{C}/gu, '').slice(0, 60);

function scan(zip: Zip, part: string, listener: XmlListener, mostBytes?: number): void {
  const scanner = new XmlScanner(listener);
  zip.read(part, (piece) => scanner.take(piece), mostBytes);
  scanner.finish();
}

/** Sheets in their order, and whether days are counted from 1904. @throws Refused */
export function sheetsOf(zip: Zip): { readonly sheets: readonly SheetPart[]; readonly from1904: boolean } {
  if (!zip.has('xl/workbook.xml')) throw new Refused('noSheet');
  const targets = new Map<string, string>();
  if (zip.has('xl/_rels/workbook.xml.rels'))
    scan(zip, 'xl/_rels/workbook.xml.rels', {
      open(name, attributes) {
        const [id, target] = [attributes.get('Id'), attributes.get('Target')];
        if (name === 'Relationship' && id !== undefined && target !== undefined && attributes.get('TargetMode') !== 'External')
          targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    });
  const sheets: SheetPart[] = [];
  let from1904 = false;
  scan(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const path = targets.get(attributes.get('id') ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
      const state = attributes.get('state');
      if (sheets.length === limits.sheets) throw new Refused('tooManyParts');
      sheets.push({ name: nameShown(attributes.get('name') ?? ''), isHidden: state === 'hidden' || state === 'veryHidden', path });
    },
  });
  return { sheets: sheets.filter(({ path }) => zip.has(path)), from1904 };
}

/** Texts that cells refer to by their number. Readings of how they are pronounced are left out. @throws Refused */
export function sharedTextsOf(zip: Zip): readonly string[] {
  const texts: string[] = [];
  const keep = (text: string): void => {
    if (texts.length === limits.sharedTexts) throw new Refused('tooLarge');
    texts.push(text);
  };
  if (!zip.has('xl/sharedStrings.xml')) return texts;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  const listener: XmlListener = {
    wantsText: false,
    open(name, _, isEmpty) {
      if (name === 'si') text = '';
      if (name === 'si' && isEmpty) keep('');
      if (name === 'rPh') isPhonetic = !isEmpty;
      if (name === 't') isText = !isEmpty;
      listener.wantsText = isText && !isPhonetic;
    },
    close(name) {
      if (name === 'si') keep(text);
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
      listener.wantsText = isText && !isPhonetic;
    },
    text(piece) {
      text += piece;
    },
  };
  scan(zip, 'xl/sharedStrings.xml', listener, limits.sharedBytes);
  return texts;
}

/** Formats of numbers that show a day: the built-in ones, and those of one's own with a year or a day in them. */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** By the number of a cell's style: whether it shows a day. @throws Refused */
export function dayStylesOf(zip: Zip): readonly boolean[] {
  const days: boolean[] = [];
  if (!zip.has('xl/styles.xml')) return days;
  const own = new Map<number, boolean>();
  let isCells = false;
  scan(zip, 'xl/styles.xml', {
    open(name, attributes, isEmpty) {
      if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), showsDay(attributes.get('formatCode') ?? ''));
      if (name === 'cellXfs') isCells = !isEmpty;
      if (name !== 'xf' || !isCells) return;
      const format = Number(attributes.get('numFmtId') ?? 0);
      days.push(own.get(format) ?? builtInDays.has(format));
    },
    close(name) {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return days;
}

/** Quoted texts, colours and conditions in brackets are no part of the format. */
const showsDay = (code: string): boolean => /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
