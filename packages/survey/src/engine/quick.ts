import type { combining, comparing } from '../compiled/operations.ts';
import type { Column } from './table.ts';

/** A question as the kernels answer it: what else they need to know of it than the values of the records. */
export type Quick =
  | { readonly kind: 'fill'; readonly isYes: boolean }
  /** A number, or an id, from the least to the most. */
  | { readonly kind: 'range'; readonly column: Column; readonly least: number; readonly most: number }
  /** What is answered of the id: a bit for each. */
  | { readonly kind: 'lookUp'; readonly column: Column; readonly answers: Int32Array }
  /** All of some flags of the id, a byte each. */
  | { readonly kind: 'flags'; readonly column: Column; readonly flags: Uint8Array; readonly wanted: number }
  | { readonly kind: 'days'; readonly column: Column; readonly leastYear: number; readonly mostYear: number }
  | { readonly kind: 'compare'; readonly how: keyof typeof comparing; readonly left: QuickNumbers; readonly right: QuickNumbers };

/** A quantity as the kernels work it out. */
export type QuickNumbers =
  | { readonly kind: 'constant'; readonly value: number }
  /** A missing number counts as none, or as 0. */
  | { readonly kind: 'column'; readonly column: Column; readonly isMissingNone: boolean }
  /** A number for each id. In an array of whole numbers 0 is none. */
  | { readonly kind: 'byId'; readonly column: Column; readonly numbers: Float64Array | Float32Array | Int32Array }
  | { readonly kind: 'binary'; readonly how: keyof typeof combining; readonly left: QuickNumbers; readonly right: QuickNumbers }
  | { readonly kind: 'absolute'; readonly of: QuickNumbers };
