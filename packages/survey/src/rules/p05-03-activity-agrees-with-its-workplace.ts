import { all, codeIn } from '../definition/condition.ts';
import type { Rule } from '../definition/rule.ts';

/** Kommun only; the record's label is in labels and its activityCode in codes; the group is all such records with the same organisationNumber and workplaceNumber (not empty); the group has at least minGroup records and more than otherPct percent of the others in it share one activityCode that is not this record's. */
export const p0503ActivityAgreesWithItsWorkplace: Rule = {
  id: 'P05-03',
  version: 1,
  status: 'active',
  severity: 'warning',
  scope: 'group',
  fields: ['activityCode', 'organisationNumber', 'workplaceNumber', 'aidLabel'],
  needs: ['unit'],
  appliesTo: ['municipality'],
  suppressedBy: ['P05-02'],
  params: { codes: '510|512|513', labels: '207008-207014|207021-207025|207029|351033|351034', otherPct: 80, minGroup: 10 },
  logic: {
    kind: 'groupMajority',
    by: ['organisationNumber', 'workplaceNumber'],
    of: 'activityCode',
    where: all(codeIn('aidLabel', 'labels'), codeIn('activityCode', 'codes')),
  },
  source: 'found: S4 (focus on 512/513)',
  texts: {
    title: 'Verksamheten avviker från arbetsstället',
    message:
      '{Fält:activityCode}: koden {värde} avviker från övriga på samma arbetsställe. Kontrollera skillnaden mellan 512, 513 och äldreomsorg (510). Rätta eller kommentera.',
    why: 'Koderna 510, 512 och 513 blandas lätt ihop. Nästan alla på samma arbetsställe har en annan kod.',
    howToFix: 'Se efter om personen arbetar i en annan verksamhet än kollegorna. Rätta annars koden.',
  },
};
