import type { CodeList } from './code-list.ts';
import type { Layout, Roles } from './layout.ts';
import type { Rule } from './rule.ts';
import type { Variable } from './variable.ts';

/** One year's edition of a survey, as plain data: what is collected, with which codes, and what counts as right. */
export interface Edition {
  /** For example `november-2026`. */
  readonly id: string;
  readonly name: string;
  /** The year the data describe; ages and dates are counted on 1 November of it. */
  readonly referenceYear: number;
  readonly variables: readonly Variable[];
  readonly codeLists: Readonly<Record<string, CodeList>>;
  readonly rules: readonly Rule[];
  /** How a file of the survey is written; left out: as the November file. */
  readonly layout?: Layout;
  /** Fields whose values are groups in which a fault may be common: the widest first. */
  readonly groupings?: readonly string[];
  /** Which variables mean what the engine must know. */
  readonly roles?: Roles;
}
