import { november2026 } from '@insamling/survey/editions/november-2026';
import type { Variable } from '@insamling/survey';

/** A field of the file, as its description shows it. */
export interface LayoutField extends Pick<Variable, 'number' | 'name' | 'form' | 'length' | 'decimals' | 'meaning'> {
  /** Name of the list that holds its values; null where there is none. */
  readonly codeList: string | null;
}

/** The fields in their order, from the survey itself. */
export const recordLayout: readonly LayoutField[] = november2026.variables.map(
  ({ number, name, form, length, decimals, meaning, codeList }: Variable) => ({
    number,
    name,
    form,
    length,
    decimals,
    meaning,
    codeList: november2026.codeLists[codeList ?? '']?.name ?? null,
  }),
);

let made: Promise<string> | undefined;

/** A small file with persons who do not exist and nothing to remark on: made once, when somebody asks for it. */
export const exampleFile = (): Promise<string> =>
  (made ??= import('@insamling/survey/generator').then(({ generate }) =>
    new TextDecoder().decode(generate({ unit: '1498', records: 25, seed: 1, year: november2026.referenceYear }).file),
  ));
