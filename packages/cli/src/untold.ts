import type { FindingSummary, Misfit, OpenedDelivery, ToldFinding } from '@insamling/survey';
import { count, counted, fillGaps, refusedSentence, validateTexts as texts } from '@insamling/texts';

/** What has to be said of a file although no rule of its survey says it. */
export interface Untold extends Omit<ToldFinding, 'rule' | 'severity'> {
  readonly rule: null;
  readonly severity: 'fatal' | 'error';
}

/** That the file cannot be read, or which of its rows cannot: nothing that is not read goes unsaid. */
export function untoldOf(opened: OpenedDelivery, { fatal }: FindingSummary): Untold[] {
  const why = whyUnreadable(opened);
  if (why !== undefined) return fatal > 0 ? [] : [untold('fatal', null, why)];
  const misfits = opened.misfits();
  // No other rule is asked of such a record: a finding is of the rule that tells them.
  if (misfits.length === 0 || opened.told({ record: misfits[0]!.record, limit: 1 }).length > 0) return [];
  return misfits.map((one) => untold('error', one.record, fillGaps(texts.misfit, gapsOf(opened, one))));
}

/** Why nothing of a file is a record, in a sentence; undefined when something is. */
export function whyUnreadable(opened: OpenedDelivery): string | undefined {
  const { unreadable, file } = opened;
  if (unreadable === undefined) return undefined;
  const refused = refusedSentence(file);
  if (refused !== undefined) return refused;
  const [first] = opened.misfits();
  return fillGaps(texts.unreadable[unreadable], first ? gapsOf(opened, first) : {});
}

const untold = (severity: Untold['severity'], record: number | null, message: string): Untold => ({
  rule: null,
  severity,
  record,
  fields: [],
  message,
});

const gapsOf = ({ edition, file, rowOf }: OpenedDelivery, { record, values }: Misfit): Readonly<Record<string, string>> => ({
  rad: count(rowOf(record)),
  värden: counted(values, 'värde', 'värden'),
  förväntat: count(file.columns?.variables.length ?? edition.variables.length),
});
