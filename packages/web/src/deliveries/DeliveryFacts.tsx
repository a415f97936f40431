import type { DeliveryView } from '@insamling/contract';
import { count, deliveryTexts, instantInShort } from '@insamling/texts';

/** What there is to know about the file that counts now. */
export function DeliveryFacts({ delivery }: { readonly delivery: DeliveryView }) {
  const { file, counts } = delivery;
  if (!file) return null;
  const facts: readonly (readonly [string, string])[] = [
    [texts.file, `${file.name} (${texts.bytes(file.bytes)})`],
    [texts.uploaded, texts.uploadedBy(instantInShort(file.uploadedAt), file.uploadedBy)],
    [texts.rows, count(file.records)],
    [texts.encoding, deliveryTexts.encodings[file.encoding] ?? file.encoding],
    ...(counts ? [[texts.findings, findingsLine(counts)] as const] : []),
    [texts.corrections, count(delivery.corrections)],
    [texts.comments, count(delivery.explanations)],
    [texts.checksum, file.sha256],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const texts = deliveryTexts.overview;

const findingsLine = (counts: NonNullable<DeliveryView['counts']>) =>
  deliveryTexts.review.counts(counts.errors + counts.fatal, counts.warnings, counts.infos);
