import { readEdition, type EditionFault, type ReadEdition } from '@insamling/survey/definition';
import { definitionTexts as texts, fillGaps } from '@insamling/texts';
import { bytesOf } from './read-bytes.ts';

/** A document that is no edition: every fault in a sentence of its own. */
export class DefinitionFault extends Error {}

/** Most faults told at a time. */
const shown = 50;

/** @throws DefinitionFault that tells what is wrong with the document, and the file system's own faults */
export async function definitionFrom(path: string): Promise<ReadEdition> {
  const read = readEdition(new TextDecoder('utf-8').decode(await bytesOf(path)));
  if (!('faults' in read)) return read;
  const sentences = read.faults.slice(0, shown).map(sentenceOf);
  const more = read.faults.length - sentences.length;
  throw new DefinitionFault([...sentences, ...(more > 0 ? [fillGaps(texts.more, { antal: String(more) })] : [])].join('\n'));
}

function sentenceOf(fault: EditionFault): string {
  const place = fault.path === '' ? texts.document : fault.path;
  return fillGaps(texts.faults[fault.fault], {
    plats: place,
    väntat: wantedBy(fault),
    tecken: 'at' in fault ? String(fault.at + 1) : '',
  });
}

function wantedBy({ fault, wanted }: EditionFault): string {
  const named = (words: Readonly<Record<string, string>>, word: string) => words[word] ?? word;
  if (fault === 'expression') return named(texts.expected, wanted);
  if (fault === 'pattern') return named(texts.patterns, wanted);
  return fault === 'type'
    ? wanted
        .split(' / ')
        .map((type) => named(texts.types, type))
        .join(texts.or)
    : wanted;
}
