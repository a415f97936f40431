import type { CodeList } from '../../../definition/code-list.ts';

/**
 * 11 areas of VI 2000. Names partly found, codes unknown: V01-V11 are placeholders.
 */
export const activityCodesRegion: CodeList = {
  id: 'activity-codes-region',
  name: 'Verksamhetsområden, region',
  completeness: 'preliminary',
  codes: [
    { code: 'V01', name: 'Primärvård', placeholder: true },
    { code: 'V02', name: 'Specialiserad somatisk vård', placeholder: true },
    { code: 'V03', name: 'Specialiserad psykiatrisk vård', placeholder: true },
    { code: 'V04', name: 'Tandvård', placeholder: true },
    { code: 'V05', name: 'Övrig hälso- och sjukvård', placeholder: true },
    { code: 'V06', name: 'Regional utveckling', placeholder: true },
    { code: 'V07', name: 'Trafik och infrastruktur', placeholder: true },
    { code: 'V08', name: 'Kultur', placeholder: true },
    { code: 'V09', name: 'Utbildning', placeholder: true },
    { code: 'V10', name: 'Politisk verksamhet', placeholder: true },
    { code: 'V11', name: 'Serviceverksamheter', placeholder: true },
  ],
};
