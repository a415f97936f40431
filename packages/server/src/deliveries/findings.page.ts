import type { FindingView } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';
import { ruleById } from './view.ts';

const texts = deliveryTexts.review.fetch;

/** What the file of a file's findings is called, without its ending. */
export const findingsName = (file: string): string => `${file.replace(/\.[^.]*$/, '')}-${texts.fileName}`;

export const findingsHeader = texts.csvHeader;

/** A finding as the lists show it, as a row of a table. @param comment of the unit, where there is one */
export const findingCells = (finding: Omit<FindingView, 'id' | 'explanation'>, comment: string): readonly (string | number)[] => {
  const rule = ruleById(finding.rule);
  return [
    deliveryTexts.severities[finding.severity],
    finding.rule,
    rule?.texts.title ?? '',
    finding.row ?? '',
    finding.context,
    finding.cells.map(({ number, name }) => `${number} ${name}`).join(' · '),
    finding.cells.map(({ text }) => text).join(' · '),
    finding.message,
    rule?.texts.howToFix ?? '',
    comment,
  ];
};

/** The row that says how many findings the file does not hold. */
export const leftOut = (findings: number): readonly string[] => ['', '', texts.leftOut(findings)];
