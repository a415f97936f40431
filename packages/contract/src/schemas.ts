/** The Zod side of the contract; only the server imports this door. */
import type { accounts } from './accounts.ts';
import { accountsSchemas } from './accounts.schemas.ts';
import type { audit } from './audit.ts';
import { auditSchemas } from './audit.schemas.ts';
import type { deliveries } from './deliveries.ts';
import { deliveriesSchemas } from './deliveries.schemas.ts';
import type { SchemasFor } from './endpoint.ts';
import type { extensions } from './extensions.ts';
import { extensionsSchemas } from './extensions.schemas.ts';
import type { factors } from './factors.ts';
import { factorsSchemas } from './factors.schemas.ts';
import type { messages } from './messages.ts';
import { messagesSchemas } from './messages.schemas.ts';
import type { periods } from './periods.ts';
import { periodsSchemas } from './periods.schemas.ts';
import type { providers } from './providers.ts';
import { providersSchemas } from './providers.schemas.ts';
import type { privacy } from './privacy.ts';
import { privacySchemas } from './privacy.schemas.ts';
import type { review } from './review.ts';
import { reviewSchemas } from './review.schemas.ts';
import type { units } from './units.ts';
import { unitsSchemas } from './units.schemas.ts';
import type { users } from './users.ts';
import { usersSchemas } from './users.schemas.ts';

export { calendarDate, collectingRole, id, instant, unitCode, unitRole } from './common.schemas.ts';
export { uploadResponse } from './deliveries.schemas.ts';
export { passkeyAssertion, passkeyAttestation } from './factors.schemas.ts';

export const schemas = {
  ...(accountsSchemas satisfies SchemasFor<typeof accounts>),
  ...(factorsSchemas satisfies SchemasFor<typeof factors>),
  ...(providersSchemas satisfies SchemasFor<typeof providers>),
  ...(unitsSchemas satisfies SchemasFor<typeof units>),
  ...(usersSchemas satisfies SchemasFor<typeof users>),
  ...(periodsSchemas satisfies SchemasFor<typeof periods>),
  ...(extensionsSchemas satisfies SchemasFor<typeof extensions>),
  ...(deliveriesSchemas satisfies SchemasFor<typeof deliveries>),
  ...(messagesSchemas satisfies SchemasFor<typeof messages>),
  ...(reviewSchemas satisfies SchemasFor<typeof review>),
  ...(auditSchemas satisfies SchemasFor<typeof audit>),
  ...(privacySchemas satisfies SchemasFor<typeof privacy>),
} as const;

export type Schemas = typeof schemas;
