import type { Finding } from './findings/finding.ts';
import { insideOf } from './inside.ts';
import { localise } from './localisation/localise.ts';
import { remediesFor } from './localisation/remedies-for.ts';
import type { OpenedDelivery } from './open-delivery.ts';
import { proposalsFor } from './proposals/proposals-for.ts';
import { columnChanges } from './remedy/column-changes.ts';
import { effectsOf, type RuleEffect } from './remedy/effects.ts';
import { findingsOfQuestion } from './remedy/findings-of-question.ts';
import type { CellChange, Localisation, Proposal, Remedies, SystematicFinding } from './remedy/remedy.ts';

/*
 * What can be done about the findings of an opened delivery, and what they mean. Functions beside the delivery and not its
 * methods: a page that only checks a file does not have to load them.
 */

/** What may have been meant by a finding's record: each tried, and found to solve it without an error in its place. @throws RangeError */
export function proposalsOf(delivery: OpenedDelivery, record: number, rule: string): readonly Proposal[] {
  const { validation, growth, insistOnRecord } = insideOf(delivery);
  return proposalsFor(validation, insistOnRecord(record), rule, growth());
}

/**
 * The smallest sets of fields that must be changed for every hard rule of the record to be kept, with what they may be changed
 * to. A smallest set is no proof: `costs: 2` tells those of the next cost too.
 * @throws RangeError for a record that does not exist
 */
export function smallestSetsOf(delivery: OpenedDelivery, record: number, options?: { readonly costs?: number }): Localisation {
  const { validation, growth, insistOnRecord } = insideOf(delivery);
  return localise(validation, insistOnRecord(record), growth(), options);
}

/** What can be done about a finding's record: proposals, and for an error the smallest sets. @throws RangeError */
export function remediesOf(delivery: OpenedDelivery, record: number, rule: string): Remedies {
  const { validation, growth, insistOnRecord } = insideOf(delivery);
  return remediesFor(validation, insistOnRecord(record), rule, growth());
}

/** What the findings of each rule on an amount may mean for its sum, record by record. */
export function ruleEffectsOf(delivery: OpenedDelivery): readonly RuleEffect[] {
  const { validation, growth } = insideOf(delivery);
  return validation.isFatal ? [] : effectsOf(validation, growth());
}

/** The findings that a systematic question stands for: as many as it says. */
export const findingsOf = (delivery: OpenedDelivery, question: SystematicFinding): Finding[] =>
  findingsOfQuestion(insideOf(delivery).validation, question);

/** What the remedy of a systematic question would write. @throws RangeError for a question without one, or a choice that does not fit */
export const columnRemedyOf = (delivery: OpenedDelivery, question: SystematicFinding, choice?: string): readonly CellChange[] =>
  columnChanges(insideOf(delivery).validation, question, choice);
