import type { ReadEdition } from '../definition/read-edition.ts';
import { failedCases, type FailedCase } from './run-cases.ts';
import { checkRuleSet, type RuleSetAnswer } from './rule-set.ts';

/** Everything that stands against the release of an edition, and what could not be judged. */
export interface EditionAnswer extends RuleSetAnswer {
  readonly failedCases: readonly FailedCase[];
  /** Code lists that no variable and no rule names. */
  readonly unusedLists: readonly string[];
  /** Rules without a case that breaks them, or without one that does not. */
  readonly withoutCases: readonly string[];
}

/** @param needsCases whether every rule must bring its cases: a document does, an edition of the program is tested otherwise */
export function checkEdition(read: ReadEdition, needsCases: boolean): EditionAnswer {
  const { edition, cases } = read;
  const written = JSON.stringify([edition.variables, edition.rules]);
  const isShown = (rule: string) => (['fail', 'pass'] as const).every((outcome) => cases[rule]?.some((one) => one.outcome === outcome));
  return {
    ...checkRuleSet(edition),
    failedCases: failedCases(read),
    unusedLists: Object.keys(edition.codeLists).filter(
      (list) => !written.includes(`"${list}"`) && !named.some((start) => list.startsWith(start)),
    ),
    withoutCases: needsCases
      ? edition.rules
          .filter(({ id, logic, needs = [] }) => logic.kind === 'record' && needs.length === 0 && !isShown(id))
          .map(({ id }) => id)
      : [],
  };
}

/** Lists that the engine looks up by name. */
const named = ['activity-codes-', 'aid-demo', 'municipalities', 'regions', 'payroll-systems', 'expired-labels', 'aid-labels'];

/** Whether nothing stands against the release. */
export const mayBeReleased = ({ faults, failedCases: failed, unusedLists, withoutCases }: EditionAnswer): boolean =>
  faults.every(({ fault }) => fault === 'fixed') && failed.length === 0 && unusedLists.length === 0 && withoutCases.length === 0;
