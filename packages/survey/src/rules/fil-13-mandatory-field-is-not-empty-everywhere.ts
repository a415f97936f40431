import type { Rule } from '../definition/rule.ts';

/** The file has at least minRecords records and a field that is M for the unit type is empty (numeric: 0) in more than emptyPct percent of them; field 5 counts as filled where field 6 is filled. One finding per field. */
export const fil13MandatoryFieldIsNotEmptyEverywhere: Rule = {
  id: 'FIL-13',
  version: 1,
  status: 'active',
  severity: 'error',
  scope: 'dataset',
  fields: [],
  needs: ['unit'],
  suppressedBy: ['FIL-06'],
  params: { emptyPct: 95, minRecords: 20 },
  logic: { kind: 'reading', fault: 'emptyField' },
  filledBy: { field: 'activityCode', or: 'activityBasis' },
  source: 'proposed',
  texts: {
    title: 'Fältet är tomt i nästan alla poster',
    message:
      'Fält {nr} {fältnamn} är tomt i nästan alla poster. Kolumnerna kan vara förskjutna. Kontrollera exporten och ladda upp filen igen.',
    why: 'När ett fält som alltid ska finnas är tomt i hela filen är det oftast kolumnerna som har förskjutits.',
    howToFix: 'Jämför exporten med postbeskrivningen och ladda upp filen igen.',
  },
};
