import type { UnitKind } from '../../definition/unit.ts';
import { municipalities } from './code-lists/municipalities.ts';
import { regions } from './code-lists/regions.ts';

/** One reporting unit that is expected to deliver. */
export interface FrameUnit {
  readonly kind: UnitKind;
  /** Values of field 1 that belong to the unit; the first is its code in addresses. */
  readonly codes: readonly string[];
  /** As on screen: «Trosa kommun», «Region Sörmland». */
  readonly name: string;
  readonly county: string;
  readonly organisationNumber: string;
  /** The number is valid and unique but made by us, since the real one was not found. */
  readonly isSynthetic: boolean;
}

/** Gotland is one employer with the codes of both sectors. */
const gotland = { municipality: '0980', region: '0900', organisationNumber: '2120000803' } as const;

/** Organisation numbers of municipalities that were found in a source. */
const knownNumbers: Readonly<Record<string, string>> = { '0331': '2120002049', [gotland.municipality]: gotland.organisationNumber };

/** Municipalities that call themselves a city. */
const cities = new Set([
  'Borås',
  'Göteborg',
  'Haparanda',
  'Helsingborg',
  'Landskrona',
  'Lidingö',
  'Malmö',
  'Mölndal',
  'Solna',
  'Stockholm',
  'Sundbyberg',
  'Trollhättan',
  'Vaxholm',
  'Västerås',
]);

/** 310 units: 289 municipalities, 20 regions, and Gotland as one. In the order of their codes, municipalities first. */
export const frame: readonly FrameUnit[] = [...municipalityUnits(), ...regionUnits()];

const byCode = new Map(frame.flatMap((unit) => unit.codes.map((code) => [code, unit] as const)));

/** The unit that a value of field 1 belongs to. */
export const unitByCode = (code: string): FrameUnit | undefined => byCode.get(code);

function municipalityUnits(): FrameUnit[] {
  const taken = new Set(Object.values(knownNumbers));
  return municipalities.codes.map(({ code, name, facts }) => {
    const county = String(facts?.['county'] ?? '');
    const known = knownNumbers[code];
    const organisationNumber = known ?? madeNumber(code, taken);
    if (code === gotland.municipality)
      return {
        kind: 'region',
        codes: [gotland.municipality, gotland.region],
        name: 'Region Gotland',
        county,
        organisationNumber,
        isSynthetic: false,
      };
    return {
      kind: 'municipality',
      codes: [code],
      name: municipalityName(name),
      county,
      organisationNumber,
      isSynthetic: known === undefined,
    };
  });
}

function regionUnits(): FrameUnit[] {
  return regions.codes
    .filter(({ code }) => code !== gotland.region)
    .map(({ code, name, facts }) => ({
      kind: 'region',
      codes: [code],
      name,
      county: String(facts?.['county'] ?? ''),
      organisationNumber: String(facts?.['organisationNumber'] ?? ''),
      isSynthetic: false,
    }));
}

/** «Tidaholms kommun», «Trosa kommun»: a name that ends in a vowel or in s takes no s. Falun alone loses its n. */
function municipalityName(name: string): string {
  if (name === 'Falun') return 'Falu kommun';
  const genitive = /[aeiouyåäösxz]$/.test(name) ? name : `${name}s`;
  return `${genitive} ${cities.has(name) ? 'stad' : 'kommun'}`;
}

/** A number of the municipal series 212000, unique, with the right check digit; the same every time. */
function madeNumber(code: string, taken: Set<string>): string {
  for (let serial = Number(code) % 1000; ; serial = (serial + 1) % 1000) {
    const nine = `212000${String(serial).padStart(3, '0')}`;
    const number = nine + checkDigit(nine);
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

function checkDigit(nine: string): string {
  let sum = 0;
  for (let index = 0; index < nine.length; index += 1) {
    const product = Number(nine[index]) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return String((10 - (sum % 10)) % 10);
}
