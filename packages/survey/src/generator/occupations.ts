import { aidDemo } from '../editions/november-2026/code-lists/aid-demo.ts';
import type { Sector } from './staff.ts';

/** What somebody works with: a label with its usual pay and people. */
export interface Occupation {
  readonly label: string;
  /** Relative number of employed in the sector. */
  readonly weight: number;
  readonly meanSalarySek: number;
  readonly sdSalarySek: number;
  readonly womenShare: number;
  readonly partTimeShare: number;
  /** Local code of the sector's own shape: four digits, or letters and digits. One code a label. */
  readonly positionCode: string;
  readonly title: string;
  readonly isLeader: boolean;
  readonly isDoctor: boolean;
  /** Works evenings, nights and weekends. */
  readonly isShift: boolean;
  /** Is often paid by the hour. */
  readonly isOftenHourly: boolean;
}

/** Leaders weigh more than in the list, so that about one in twenty-five leads: the published share is 2-9 percent. */
const leaderFactor = 1.4;

/** The list says who *works* part time; about half of them are *employed* part time, the others are on partial leave. */
const employedPartTime = 0.5;

export const occupationsOf = (sector: Sector): readonly Occupation[] => (sector === 'municipality' ? inMunicipality : inRegion);

const inMunicipality = occupations('municipality');
const inRegion = occupations('region');

function occupations(sector: Sector): readonly Occupation[] {
  return aidDemo.codes.flatMap(({ code, name, facts }, index) => {
    const number = (fact: string): number => Number(facts?.[fact] ?? 0);
    const isLeader = code.startsWith('10');
    const weight = number(sector === 'municipality' ? 'weightMunicipality' : 'weightRegion') * (isLeader ? leaderFactor : 1);
    // A label for others is told of (P09-08); a file with nothing to remark on has none.
    if (weight === 0 || /, anna[nt]$/.test(name)) return [];
    return [
      {
        label: code,
        weight,
        meanSalarySek: number('meanSalary'),
        sdSalarySek: number('sdSalary'),
        womenShare: number('pctWomen') / 100,
        partTimeShare: (number('pctPartTime') / 100) * employedPartTime,
        positionCode: sector === 'municipality' ? String(1101 + index * 7) : `B${code}`,
        title: (name.split(/[,/]/)[0] ?? name).slice(0, 25).trim(),
        isLeader,
        isDoctor: code >= '201010' && code <= '204090',
        isShift: /^(207|206|205010|208013|351015|35103|551013)/.test(code) && code !== '206019',
        isOftenHourly: /^(207|351033|4030|601012|651010)/.test(code),
      },
    ];
  });
}
