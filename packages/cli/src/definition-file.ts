import { readEdition, type EditionFault, type ReadEdition } from '@insamling/survey/definition';
import { definitionTexts as texts, fillGaps } from '@insamling/texts';
import { bytesOf } from './read-bytes.ts';

/** A document that is no edition: every fault in a sentence of its own. */
export class DefinitionFault extends Error {}

/** Most faults told at a time. */
const shown = 50;

/** @throws DefinitionFault that tells what is wrong with the document, and the file system's own faults */
export async function definitionFrom(path: string): Promise<ReadEdition> {
  const json = new TextDecoder('utf-8').decode(await bytesOf(path));
  const read = readEdition(json);
  if (!('faults' in read)) return read;
  const sentences = read.faults.slice(0, shown).map((fault) => sentenceOf(fault, json));
  const more = read.faults.length - sentences.length;
  throw new DefinitionFault([...sentences, ...(more > 0 ? [fillGaps(texts.more, { antal: String(more) })] : [])].join('\n'));
}

function sentenceOf(fault: EditionFault, json: string): string {
  const place = fault.path === '' ? texts.document : `${fault.path}${ruleAt(fault.path, json)}`;
  return fillGaps(texts.faults[fault.fault], {
    plats: place,
    väntat: wantedBy(fault),
    lista: 'list' in fault ? (fault.list ?? '') : '',
    tecken: 'at' in fault ? String(fault.at + 1) : '',
  });
}

function wantedBy({ fault, wanted }: EditionFault): string {
  const named = (words: Readonly<Record<string, string>>, word: string) => words[word] ?? word;
  if (fault === 'expression' || fault === 'lacks') return named(texts.expected, wanted);
  if (fault === 'pattern') return named(texts.patterns, wanted);
  return fault === 'type'
    ? wanted
        .split(' / ')
        .map((type) => named(texts.types, type))
        .join(texts.or)
    : wanted;
}

/** The rule that a place in the document is in, as its author calls it. */
function ruleAt(path: string, json: string): string {
  const place = /^rules\[([0-9]+)\]/.exec(path)?.[1];
  if (place === undefined) return '';
  const { rules } = JSON.parse(json) as { readonly rules?: readonly { readonly id?: unknown }[] };
  const id = rules?.[Number(place)]?.id;
  return typeof id === 'string' ? ` (${id})` : '';
}
