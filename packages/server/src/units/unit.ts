import type { UnitRole } from '@insamling/contract';
import type { UnitKind } from '@insamling/survey';

/** Where a unit is found: every key of a tenant's table begins with the organisation. */
export interface UnitKey {
  readonly organisationId: string;
  readonly unitId: string;
}

/** A unit as its row says. */
export interface Unit extends UnitKey {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly county: string;
  readonly payrollSystem: string;
}

export interface Employer {
  readonly organisationNumber: string;
  readonly name: string;
  readonly isCompany: boolean;
}

/** That a person may act for a unit. */
export interface Access {
  readonly accountId: string;
  readonly role: UnitRole;
  readonly isContact: boolean;
  readonly since: Date;
}
