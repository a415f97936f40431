import type { Outcome } from '../definition/rule-case.ts';
import { isAskedOfRecords } from '../definition/logic-uses.ts';
import type { Rule } from '../definition/rule.ts';
import { isForUnit } from './make-slots.ts';
import { recordOutcomes } from './record-outcomes.ts';
import type { Slot } from './slot.ts';
import type { Validation } from './validation.ts';

/** How often a rule answered what: of records, or of the file, or of the groups or fields of the file it is asked about. */
export interface OutcomeCount extends Readonly<Record<Outcome, number>> {
  readonly rule: string;
}

/** Counts of every rule in force, in the order of the edition. */
export function countOutcomes(validation: Validation): OutcomeCount[] {
  return rulesInForce(validation).map((rule) => ({ rule: rule.id, ...countsOf(validation, rule) }));
}

/**
 * What a rule says of a record, 0-based; without one, what it says of the file as a whole: that it fails when it fails anywhere,
 * or else passes where it passes anywhere.
 * @throws RangeError for a rule that is not in force, and for a record of a rule that is asked of the file
 */
export function outcomeOf(validation: Validation, id: string, record?: number): Outcome {
  const rule = rulesInForce(validation).find((one) => one.id === id);
  if (!rule) throw new RangeError(`There is no rule ${id} in force`);
  if (record === undefined) return isUnreadable(validation, rule) ? 'notEvaluable' : gravest(countsOf(validation, rule));
  if (!isAskedOfRecords(rule.logic)) throw new RangeError(`${id} is asked of the file`);
  return ofRecords(validation, rule)(record);
}

const rulesInForce = ({ edition }: Validation): readonly Rule[] => edition.rules.filter(({ status }) => status === 'active');

const none = { fail: 0, pass: 0, notApplicable: 0, notEvaluable: 0 };
const gravest = (counts: typeof none): Outcome =>
  (['fail', 'pass', 'notEvaluable'] as const).find((one) => counts[one] > 0) ?? 'notApplicable';

function countsOf(validation: Validation, rule: Rule): typeof none {
  if (!isAskedOfRecords(rule.logic)) return ofFile(validation, rule);
  const counts = { ...none };
  const outcome = ofRecords(validation, rule);
  for (let record = 0; record < validation.table.records; record += 1) counts[outcome(record)] += 1;
  return counts;
}

function ofRecords(validation: Validation, rule: Rule): (record: number) => Outcome {
  if (!isForUnit(rule, validation.around)) return () => 'notApplicable';
  const slots = slotsOf(validation, rule);
  return slots.length === 0 ? () => 'notEvaluable' : recordOutcomes(validation, rule, slots);
}

/** A group that another finding has spoken of, or with too little in it to tell, cannot be judged. */
function ofFile(validation: Validation, rule: Rule): typeof none {
  if (!isForUnit(rule, validation.around)) return { ...none, notApplicable: 1 };
  const [slot] = slotsOf(validation, rule);
  if (!slot) return { ...none, notEvaluable: 1 };
  const { asked, judged } = slot.questions?.() ?? { asked: 1, judged: 1 };
  if (asked === 0) return { ...none, notApplicable: 1 };
  const [found, told] = [slot.onFile!().length, slot.fileHits.length];
  return { fail: told, pass: judged - found, notApplicable: 0, notEvaluable: asked - judged + found - told };
}

/** Nothing but that it cannot be read can be said of such a file, not even that it has no records. */
const isUnreadable = (validation: Validation, rule: Rule): boolean =>
  isForUnit(rule, validation.around) && slotsOf(validation, rule).length === 0;

const slotsOf = ({ slots }: Validation, { id }: Rule): readonly Slot[] => slots.filter(({ rule }) => rule.id === id);
