/** Type of reporting unit. */
export type UnitKind = 'municipality' | 'region' | 'federation' | 'company';

/** Who delivers the file, as far as the rules need to know. */
export interface DeliveringUnit {
  readonly kind: UnitKind;
  /** Values of field 1 that belong to the unit: one as a rule, two for Gotland (0980, 0900). */
  readonly codes: readonly string[];
  readonly name: string;
}

/**
 * What the world knows and the file does not. A fact left out makes the rules that need it *not evaluable*; it never
 * makes them pass or fail.
 */
export interface DeliveryFacts {
  readonly unit?: DeliveringUnit;
  readonly employers?: readonly { readonly organisationNumber: string; readonly name?: string; readonly isCompany: boolean }[];
  /** SHA-256 (lower-case hex) of this file and of the unit's earlier uploads in the period, with their dates (yyyy-mm-dd). */
  readonly sha256?: string;
  readonly earlierUploads?: readonly { readonly sha256: string; readonly uploadedOn: string }[];
}
