import type { Random } from './random.ts';
import type { Sector } from './staff.ts';

/** Where a label works: beginning of the label, then activity codes with weights. The first beginning that fits decides. */
type Places = readonly (readonly [labelBegins: string, activities: readonly (readonly [code: string, weight: number])[]])[];

const inMunicipality: Places = [
  [
    '101010',
    [
      ['920', 4],
      ['100', 1],
    ],
  ],
  ['103511', [['510', 1]]],
  [
    '103510',
    [
      ['569', 2],
      ['571', 1],
      ['513', 2],
    ],
  ],
  [
    '104011',
    [
      ['440', 4],
      ['450', 1],
    ],
  ],
  ['104012', [['407', 1]]],
  [
    '152016',
    [
      ['440', 3],
      ['450', 1],
    ],
  ],
  [
    '15',
    [
      ['920', 6],
      ['215', 1],
      ['510', 1],
      ['610', 1],
    ],
  ],
  ['201012', [['440', 1]]],
  [
    '204510',
    [
      ['440', 3],
      ['569', 1],
    ],
  ],
  [
    '206019',
    [
      ['440', 3],
      ['450', 1],
    ],
  ],
  [
    '206',
    [
      ['510', 3],
      ['500', 1],
    ],
  ],
  [
    '207021',
    [
      ['512', 2],
      ['513', 3],
    ],
  ],
  ['207027', [['513', 1]]],
  ['207', [['510', 1]]],
  ['301014', [['440', 1]]],
  [
    '301',
    [
      ['510', 3],
      ['500', 1],
    ],
  ],
  [
    '351010',
    [
      ['569', 4],
      ['571', 2],
      ['575', 3],
      ['559', 1],
    ],
  ],
  [
    '351012',
    [
      ['510', 4],
      ['520', 1],
    ],
  ],
  [
    '352010',
    [
      ['440', 4],
      ['569', 1],
    ],
  ],
  [
    '351015',
    [
      ['569', 3],
      ['559', 1],
    ],
  ],
  [
    '351033',
    [
      ['512', 1],
      ['513', 2],
    ],
  ],
  [
    '351034',
    [
      ['520', 1],
      ['513', 1],
    ],
  ],
  [
    '401012',
    [
      ['450', 5],
      ['472', 1],
    ],
  ],
  ['401013', [['450', 1]]],
  [
    '401017',
    [
      ['440', 3],
      ['407', 1],
    ],
  ],
  ['402010', [['407', 1]]],
  ['403010', [['407', 1]]],
  ['402011', [['425', 1]]],
  [
    '403016',
    [
      ['440', 4],
      ['443', 1],
    ],
  ],
  [
    '403014',
    [
      ['450', 2],
      ['440', 1],
    ],
  ],
  ['40', [['440', 1]]],
  ['451015', [['320', 1]]],
  ['451011', [['330', 1]]],
  [
    '452011',
    [
      ['350', 2],
      ['415', 1],
    ],
  ],
  [
    '502015',
    [
      ['865', 2],
      ['249', 2],
      ['215', 1],
    ],
  ],
  ['501013', [['261', 1]]],
  ['5010', [['215', 1]]],
  ['521012', [['249', 1]]],
  [
    '521015',
    [
      ['440', 1],
      ['910', 2],
    ],
  ],
  ['521018', [['250', 1]]],
  ['521011', [['910', 1]]],
  ['551013', [['270', 1]]],
  [
    '601',
    [
      ['440', 3],
      ['407', 2],
      ['510', 2],
    ],
  ],
  ['651010', [['910', 1]]],
  ['', [['920', 1]]],
];

const inRegion: Places = [
  [
    '102010',
    [
      ['V02', 5],
      ['V01', 2],
      ['V03', 2],
      ['V05', 1],
    ],
  ],
  [
    '152018',
    [
      ['V02', 4],
      ['V01', 3],
      ['V03', 2],
    ],
  ],
  [
    '15',
    [
      ['V11', 5],
      ['V02', 2],
      ['V06', 1],
      ['V07', 1],
      ['V10', 1],
    ],
  ],
  ['201011', [['V01', 1]]],
  [
    '204510',
    [
      ['V03', 3],
      ['V01', 2],
    ],
  ],
  ['205011', [['V01', 1]]],
  ['206012', [['V03', 1]]],
  [
    '206011',
    [
      ['V01', 3],
      ['V05', 1],
    ],
  ],
  [
    '20701',
    [
      ['V02', 6],
      ['V01', 1],
    ],
  ],
  ['207019', [['V03', 1]]],
  [
    '20',
    [
      ['V02', 10],
      ['V03', 1],
      ['V01', 1],
    ],
  ],
  ['25', [['V04', 1]]],
  [
    '30',
    [
      ['V02', 1],
      ['V01', 2],
    ],
  ],
  [
    '35',
    [
      ['V03', 2],
      ['V02', 1],
    ],
  ],
  ['40', [['V09', 1]]],
  ['45', [['V08', 1]]],
  ['', [['V11', 1]]],
];

/** The activity a record of the label is placed in. */
export function activityOf(sector: Sector, label: string, random: Random): string {
  const place = (sector === 'municipality' ? inMunicipality : inRegion).find(([begins]) => label.startsWith(begins));
  return random.weighted(place?.[1] ?? []);
}

/** Plain words for field 41, at most 25 characters. */
export const departmentOf = (activityCode: string): string =>
  departments.find(([begins]) => activityCode.startsWith(begins))?.[1] ?? 'Gemensam verksamhet';

const departments: readonly (readonly [activityBegins: string, name: string])[] = [
  ['V01', 'Primärvården'],
  ['V02', 'Sjukhusvården'],
  ['V03', 'Psykiatrin'],
  ['V04', 'Folktandvården'],
  ['V05', 'Hälsa och vård'],
  ['V06', 'Regional utveckling'],
  ['V07', 'Trafikförvaltningen'],
  ['V08', 'Kulturförvaltningen'],
  ['V09', 'Folkhögskolan'],
  ['V10', 'Regionkansliet'],
  ['V11', 'Regionservice'],
  ['1', 'Kommunledningskontoret'],
  ['2', 'Samhällsbyggnad'],
  ['3', 'Kultur och fritid'],
  ['4', 'Barn och utbildning'],
  ['50', 'Vård och omsorg'],
  ['51', 'Vård och omsorg'],
  ['52', 'Vård och omsorg'],
  ['5', 'Individ och familj'],
  ['6', 'Arbete och integration'],
  ['8', 'Samhällsbyggnad'],
];

const workplacesPerActivity = 90;

/**
 * Number of a workplace, field 4: one activity a workplace, about thirty records each.
 * @param records how many records the unit has
 */
export function workplaceOf(activityCode: string, records: number, random: Random): string {
  const workplaces = Math.max(1, Math.min(workplacesPerActivity, Math.round(records / 300)));
  const activity = activityCode.startsWith('V') ? 900 + Number(activityCode.slice(1)) : Number(activityCode);
  return String(activity * 100 + random.between(1, workplaces));
}
