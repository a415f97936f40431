import type { CodeList } from '../../../definition/code-list.ts';
import { absenceReasons } from './absence-reasons.ts';
import { activityCodesMunicipality } from './activity-codes-municipality.ts';
import { activityCodesRegion } from './activity-codes-region.ts';
import { aidDemo } from './aid-demo.ts';
import { aidLabels } from './aid-labels.ts';
import { collectiveAgreements } from './collective-agreements.ts';
import { employmentForms } from './employment-forms.ts';
import { medicalSpecialties } from './medical-specialties.ts';
import { municipalities } from './municipalities.ts';
import { payForms } from './pay-forms.ts';
import { payrollSystems } from './payroll-systems.ts';
import { regions } from './regions.ts';
import { responsibilityCodes } from './responsibility-codes.ts';
import { specialTerms } from './special-terms.ts';
import { workingTimePatterns } from './working-time-patterns.ts';

/** Every code list of the edition, by id. Placeholders are marked in the lists. */
export const codeLists: Readonly<Record<string, CodeList>> = {
  municipalities,
  regions,
  'aid-labels': aidLabels,
  'aid-demo': aidDemo,
  'responsibility-codes': responsibilityCodes,
  'medical-specialties': medicalSpecialties,
  'activity-codes-municipality': activityCodesMunicipality,
  'activity-codes-region': activityCodesRegion,
  'collective-agreements': collectiveAgreements,
  'employment-forms': employmentForms,
  'pay-forms': payForms,
  'absence-reasons': absenceReasons,
  'special-terms': specialTerms,
  'working-time-patterns': workingTimePatterns,
  'payroll-systems': payrollSystems,
};
