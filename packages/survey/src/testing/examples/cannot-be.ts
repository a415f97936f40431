import type { Outcome } from '../../definition/rule-case.ts';

/** Kinds of outcome that a rule cannot have, and why. */
export const cannotBe: readonly { readonly outcome: Outcome; readonly why: string; readonly rules: readonly string[] }[] = [
  {
    outcome: 'notApplicable',
    why: 'every file must be readable and hold what it should',
    rules: listed('FIL-01 FIL-02 FIL-03 FIL-04 FIL-06 FIL-07 FIL-08 FIL-09 FIL-10 FIL-11 FIL-12 FIL-13 FIL-14 FIL-15'),
  },
  {
    outcome: 'notApplicable',
    why: 'every record must have the value, and one that can be',
    rules: listed(
      'P01-01 P01-02 P01-03 P03-01 P03-02 P04-01 P05-01 P07-01 P07-02 P07-03 P07-04 P07-06 P07-07 P07-08 P07-09 P08-01 P08-02 ' +
        'P09-01 P09-02 P09-03 P09-04 P15-01 P15-02 P16-01 P16-02 P17-01 P18-01 P18-02 P18-03 P18-04 P21-02 P27-05 P34-02 P36-01 P39-01',
    ),
  },
  { outcome: 'notApplicable', why: 'every record is compared with the others', rules: listed('K-01 K-05 K-09') },
  { outcome: 'notApplicable', why: 'every record is compared with its match of last year', rules: listed('Y-04 Y-06') },
  {
    outcome: 'notApplicable',
    why: 'every file is counted',
    rules: listed('K-07 P07-05 P21-03 P41-01 D-01 D-02 D-03 D-04 D-05 D-06 D-07 D-08 D-09 D-10 D-11 D-13 D-14 D-15 D-16 D-17 D-18'),
  },
  { outcome: 'notApplicable', why: 'every delivery is asked', rules: listed('F-02 F-04 F-06') },
  { outcome: 'notEvaluable', why: 'it is what decides whether anything can be asked', rules: listed('FIL-01 FIL-02 FIL-03') },
];

/** Bounds that no example can stand next to on one side or either, and why. */
export const noExampleBeside: readonly {
  readonly bound: string;
  readonly sides: readonly ('below' | 'above')[];
  readonly why: string;
}[] = [
  { bound: 'D-02 minComment', sides: ['below', 'above'], why: 'the portal asks for the comment, not the check' },
  { bound: 'P03-03 region', sides: ['below', 'above'], why: 'first digits of a number, not a size' },
  { bound: 'P03-03 kommunalforbund', sides: ['below', 'above'], why: 'first digits of a number, not a size' },
  { bound: 'P07-08 min', sides: ['below'], why: 'P07-07 speaks of those who are younger' },
  { bound: 'P19-02 minYear', sides: ['below'], why: 'P19-01 speaks of an earlier day' },
  { bound: 'P19-02 maxYear', sides: ['below', 'above'], why: 'the check looks at days before November only' },
  { bound: 'P21-03 from', sides: ['below'], why: 'a rate of 0 is no rate' },
  { bound: 'P27-03 minPersons', sides: ['below', 'above'], why: 'no national material is loaded yet' },
  { bound: 'P27-04 minPersons', sides: ['below', 'above'], why: 'no national material is loaded yet' },
  { bound: 'P34-02 errorAbove', sides: ['below', 'above'], why: 'it decides how grave a finding is, not whether there is one' },
];

/** Bounds on shares and changes of small numbers of records: the next number that can be is farther away than one. */
export const stepOf: Readonly<Record<string, number>> = {
  'D-06 changePct': 3,
  'D-09 sharePct': 5,
  'D-12 changePct': 2,
  'D-17 emptyPct': 5,
  'D-18 sharePct': 5,
  'FIL-13 emptyPct': 5,
  'K-10 sharePct': 5,
  'P05-03 otherPct': 20,
  'P21-03 sharePct': 5,
  'P41-01 sharePct': 50,
};

function listed(ids: string): string[] {
  return ids.split(' ');
}
