import {
  allowedRanges,
  smallestSetsOf,
  writtenRanges,
  type AllowedRange,
  type Edition,
  type FieldRemedy,
  type OpenedDelivery,
  type ToldFinding,
} from '@insamling/survey';
import { fillGaps, remedyTexts, validateTexts as texts, type KnownOfField } from '@insamling/texts';

/** How little of a record has to be changed. */
export interface RecordRemedy {
  /** 1-based. */
  readonly record: number;
  /** Why there is no set; null where there is one. */
  readonly notLocalised: keyof typeof remedyTexts.notLocalised | null;
  /** All sets of least cost, each a list of fields that are changed together. */
  readonly sets: readonly (readonly RemedyField[])[];
}

/** One field of a set, and what is known of its new value. */
export interface RemedyField {
  /** Id of the variable. */
  readonly field: string;
  /** Number and name, as people know it. */
  readonly name: string;
  /** A personal number, which is not written where others may read. */
  readonly isPerson: boolean;
  readonly known: KnownOfField;
  /** Numbers that are allowed, in the file's own units. */
  readonly ranges: readonly AllowedRange[];
}

/** Records that have errors among some findings: each once, ascending. */
export const recordsWithErrors = (findings: readonly ToldFinding[]): number[] =>
  [...new Set(findings.flatMap(({ severity, record }) => (severity === 'error' ? (record ?? []) : [])))].toSorted(
    (one, other) => one - other,
  );

/** The smallest sets of fields that mend a record. @throws RangeError for a record that does not exist */
export function remedyOf(opened: OpenedDelivery, record: number): RecordRemedy {
  const { sets, notLocalised = null } = smallestSetsOf(opened, record);
  return { record, notLocalised, sets: sets.map(({ fields }) => fields.map((field) => known(opened.edition, field))) };
}

function known({ variables, codeLists, roles, layout }: Edition, remedy: FieldRemedy): RemedyField {
  const variable = variables.find(({ id }) => id === remedy.field)!;
  const names = new Map(codeLists[variable.codeList ?? '']?.codes.map(({ code, name }) => [code, name]));
  return {
    field: remedy.field,
    name: fillGaps(texts.field, { nr: String(variable.number), namn: variable.name }),
    isPerson: remedy.field === roles?.person,
    known: {
      proposed: (remedy.mechanisms ?? []).map((mechanism, place) => ({ text: remedy.texts[place]!, mechanism })),
      codes: remedy.kind === 'codes' ? remedy.texts.map((code) => ({ code, name: names.get(code) ?? '' })) : [],
      codeCount: remedy.codes ?? null,
      ranges: writtenRanges(remedy, variable, layout),
    },
    ranges: allowedRanges(remedy, variable, layout),
  };
}

/** Each set in words, or why there is none. */
export const inWords = ({ sets, notLocalised }: RecordRemedy): string[] =>
  sets.length === 0 ? [notLocalised ? remedyTexts.notLocalised[notLocalised] : ''] : sets.map((set) => set.map(spelled).join(texts.and));

function spelled({ name, isPerson, known: { proposed, ...others } }: RemedyField): string {
  const shown = proposed.map(({ text, mechanism }) => ({ text: isPerson && text !== '' ? `${text.slice(0, 6)}-••••` : text, mechanism }));
  return `${name}: ${remedyTexts.words({ proposed: shown, ...others }) || remedyTexts.another}`;
}
