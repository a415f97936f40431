import type { Edition } from '../definition/survey-definition.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import { Sha256, sha256 } from '../kernels/sha256.ts';
import type { OpenedDelivery } from '../open-delivery.ts';
import { canonicalJson } from './canonical-json.ts';
import { engineVersion, receiptFormat, type Receipt, type ReceiptFacts, type ReceiptInputs } from './receipt.ts';

/** The receipt of a delivery as it stands now. */
export function receiptOf(opened: OpenedDelivery): Receipt {
  const { edition, facts } = opened;
  const isAboutData = ruleAboutData(edition);
  const { counts, notEvaluable } = opened.summary();
  const inputs: ReceiptInputs = {
    data: { records: opened.file.records, sha256: hashOfData(opened) },
    rules: { edition: edition.id, sha256: sha256(canonicalJson(edition)) },
    reference: { sha256: sha256(canonicalJson(decidingFacts(facts))) },
    engine: engineVersion,
    counts: counts
      .filter(({ rule }) => isAboutData(rule))
      .sort((one, other) => inOrder(one.rule, other.rule) || inOrder(one.severity, other.severity))
      .map(({ rule, severity, count }) => ({ rule, severity, count })),
    notEvaluable: [...new Set(notEvaluable.map(({ rule }) => rule).filter(isAboutData))].sort(),
  };
  const known = knownFacts(facts);
  return { format: receiptFormat, digest: digestOf(inputs), inputs, ...(Object.keys(known).length > 0 ? { facts: known } : {}) };
}

export const digestOf = (inputs: ReceiptInputs): string => sha256(canonicalJson({ format: receiptFormat, ...inputs }));

/** Records whose texts are hashed at a time. */
const together = 1000;

/**
 * SHA-256 of the records in the order of the file: each a JSON array of its texts in layout order, trimmed and in NFC, and a line
 * feed. How the file was written (encoding, separator, header, blank rows, order of columns) is not in it.
 */
function hashOfData(opened: OpenedDelivery): string {
  const hash = new Sha256();
  const encoder = new TextEncoder();
  for (let first = 1; first <= opened.file.records; first += together) {
    let lines = '';
    for (let record = first; record < first + together && record <= opened.file.records; record += 1)
      lines += `${JSON.stringify(opened.record(record))}\n`;
    hash.update(encoder.encode(lines));
  }
  return hash.hex();
}

/** What can decide a rule about data: names only stand in sentences, and lists whose order says nothing are put in order. */
function decidingFacts(facts: DeliveryFacts): unknown {
  const { unit, lastYear } = facts;
  const { districts, employers, codebook } = knownFacts(facts);
  return {
    unit: unit && { kind: unit.kind, codes: [...unit.codes].sort(), districts },
    employers,
    codebook,
    lastYear:
      lastYear &&
      ('file' in lastYear ? { file: lastYear.file, corrections: lastYear.corrections ?? [] } : { aggregates: lastYear.aggregates }),
  };
}

function knownFacts({ unit, employers, codebook }: DeliveryFacts): ReceiptFacts {
  return {
    ...(employers && {
      employers: employers
        .map(({ organisationNumber, isCompany }) => ({ organisationNumber, isCompany }))
        .sort((one, other) => inOrder(canonicalJson(one), canonicalJson(other))),
    }),
    ...(codebook !== undefined && { codebook: codebook && [...codebook].sort() }),
    ...(unit?.districts && { districts: [...unit.districts].sort() }),
  };
}

/** False for rules on the delivery's way, which a check of the same data another day answers otherwise. */
function ruleAboutData({ rules }: Edition): (rule: string) => boolean {
  const onTheWay = new Set(
    rules.filter(({ logic }) => logic.kind === 'process' || (logic.kind === 'reading' && logic.fault === 'sameFile')).map(({ id }) => id),
  );
  return (rule) => !onTheWay.has(rule);
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
