import type { Condition } from '../definition/condition.ts';
import { fillMatched } from '../engine/fill-matched.ts';
import type { Asked as AskedOf } from '../engine/questions.ts';
import type { Column } from '../engine/table.ts';
import { isUnread } from '../reading/encode-number.ts';
import { readByPanel } from './ground.ts';
import type { Asking } from './numbers.ts';
import { translated } from './panel.ts';
import { columnOf, indexOf, type Panel, type Surroundings } from './surroundings.ts';
import { always } from './text-answers.ts';

/*
 * Conditions on the record's match in last year's delivery: a record without one is answered no.
 */

type Asked = AskedOf<Surroundings>;
type About = Pick<Asking, 'ground' | 'match'>;

/** Of records with a match in last year's delivery. @param testOf asks a record and its match */
function ofMatch(
  { ground, match }: About,
  reads: readonly number[],
  testOf: (panel: Panel, around: Surroundings) => (record: number, matched: number) => boolean,
): Asked {
  return {
    reads: [...readByPanel(ground), ...reads],
    answer(around) {
      const { panel, table } = around;
      if (!panel) return always(false);
      const isSo = testOf(panel, around);
      const { records } = table;
      return {
        fill(words, at, from, to) {
          const matches = panel.matches(match, from * 32, Math.min(records, to * 32));
          fillMatched(words, at, from, to, records, matches, isSo);
        },
      };
    },
  };
}

/** There is one. */
export const hasMatch = (asking: About): Asked => ofMatch(asking, [], () => () => true);

/** A mask of last year's delivery is set for the match. @param answersOf a bit for each record of last year */
export const answeredLastYear = (answersOf: (last: Surroundings) => Int32Array, asking: About): Asked =>
  ofMatch(asking, [], ({ last }) => {
    const answers = answersOf(last);
    return (_, matched) => ((answers[matched >>> 5]! >>> (matched & 31)) & 1) === 1;
  });

/** Text of a matched record's cell is this record's; of numbers, the number. A number that cannot be read is like no other. */
export const sameAsLastYear = (field: string, asking: About): Asked =>
  ofMatch(asking, [indexOf(asking.ground, field)], ({ last }, around) => isSameIn(columnOf(around, field), columnOf(last, field)));

function isSameIn(now: Column, last: Column): (record: number, matched: number) => boolean {
  if (!now.dictionary) return (record, matched) => !isUnread(now.values[record]!) && now.values[record] === last.values[matched];
  const lastId = translated({ now, last });
  return (record, matched) => lastId(now.values[record]!) === last.values[matched];
}

/** What a list says of the text of the match's cell is what it says of this record's. */
export function sameFactAsLastYear({ field, list, fact }: Extract<Condition, { op: 'sameFactAsLastYear' }>, asking: About): Asked {
  const { codeLists } = asking.ground;
  const factOf = new Map(codeLists[list]?.codes.map(({ code, facts }) => [code, facts?.[fact]]));
  return ofMatch(asking, [indexOf(asking.ground, field)], (panel, around) => {
    const [now, last] = [factsIn(columnOf(around, field), factOf), factsIn(columnOf(panel.last, field), factOf)];
    return (record, matched) => now(record) === last(matched);
  });
}

/** What a list says of the text of a record's cell, looked up once for each text. */
function factsIn<Fact>(column: Column, factOf: ReadonlyMap<string, Fact>): (record: number) => Fact | undefined {
  const known: (Fact | undefined)[] = [];
  return (record) => {
    const id = column.values[record]!;
    if (!(id in known)) known[id] = factOf.get(column.dictionary!.textOf(id));
    return known[id];
  };
}
