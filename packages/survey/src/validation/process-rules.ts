import type { Logic, Rule } from '../definition/rule.ts';
import type { DeliveryFacts } from '../definition/unit.ts';
import type { FileHit, Questions } from './slot.ts';

type Asks = Extract<Logic, { kind: 'process' }>['asks'];

/** What a rule on the delivery's way finds in what the portal knows. */
export function processHits(rule: Rule, asks: Asks, { codebook, process = {} }: DeliveryFacts): readonly FileHit[] {
  const hit = (isHit: boolean, gaps: Readonly<Record<string, string>> = {}): FileHit[] => (isHit ? [{ fields: rule.fields, gaps }] : []);
  const { profileConfirmed, comments, period, unreadMessages = 0 } = process;
  switch (asks) {
    case 'codebook':
      return hit(codebook === null);
    case 'profile':
      return hit(profileConfirmed === false);
    case 'comments':
      return hit(comments?.required === true && comments.lacking > 0, { antal: String(comments?.lacking ?? 0) });
    case 'testPeriod':
      return hit(period?.kind === 'test');
    case 'late':
      return hit(period !== undefined && period.today > period.dueOn && period.today <= period.closesOn, { datum: period?.dueOn ?? '' });
    case 'messages':
      return hit(unreadMessages > 0, { antal: String(unreadMessages) });
  }
}

/** Comments are asked for in some rounds only, and nothing is late in a test period or after the round has closed. */
export function processQuestions(asks: Asks, { process = {} }: DeliveryFacts): Questions {
  const { comments, period } = process;
  const isAsked =
    asks === 'comments'
      ? comments?.required === true
      : asks === 'late'
        ? period?.kind === 'submission' && period.today <= period.closesOn
        : true;
  return isAsked ? { asked: 1, judged: 1 } : { asked: 0, judged: 0 };
}
