import type { Need, Rule } from '../definition/rule.ts';
import type { Surroundings } from './surroundings.ts';

/** Rules that ask of matched records need last year's, whether or not they say so. */
const asksOfMatches = ({ logic }: Rule): boolean => logic.kind === 'panel' || logic.kind === 'hidiroglouBerthelot';

/** What must be known beside the file for a rule to be asked. */
export const needsOf = (rule: Rule): readonly Need[] =>
  asksOfMatches(rule) || rule.logic.kind === 'distribution' ? [...(rule.needs ?? []), 'lastYear'] : (rule.needs ?? []);

export function isKnown(need: Need, rule: Rule, { facts, codeLists, panel }: Surroundings): boolean {
  const { process = {} } = facts;
  switch (need) {
    case 'unit':
      return facts.unit !== undefined;
    case 'employerRegister':
      return facts.employers !== undefined;
    case 'earlierUploads':
      return facts.earlierUploads !== undefined && facts.sha256 !== undefined;
    case 'codebook':
      // That a unit has uploaded none is an answer to whether it has, and none to what is in it.
      return rule.logic.kind === 'process' ? facts.codebook !== undefined : Array.isArray(facts.codebook);
    case 'expiredLabels':
      return codeLists['expired-labels'] !== undefined;
    case 'lastYear':
      return rule.scope === 'panel' || asksOfMatches(rule) ? panel !== undefined : facts.lastYear !== undefined;
    case 'profile':
      return process.profileConfirmed !== undefined;
    case 'comments':
      return process.comments !== undefined;
    case 'period':
      return process.period !== undefined;
    case 'messages':
      return process.unreadMessages !== undefined;
    case 'national':
      // The salary table of the edition stands in for last round's national material.
      return true;
  }
}
