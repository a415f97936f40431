/** The door for the browser and the server: plain data and types, no schema library. */
import { accounts } from './accounts.ts';
import { audit } from './audit.ts';
import { deliveries } from './deliveries.ts';
import type { InputOf, OutputOf, RequestOf } from './endpoint.ts';
import { extensions } from './extensions.ts';
import { factors } from './factors.ts';
import { messages } from './messages.ts';
import { periods } from './periods.ts';
import { providers } from './providers.ts';
import { privacy } from './privacy.ts';
import { review } from './review.ts';
import type { Schemas } from './schemas.ts';
import { units } from './units.ts';
import { users } from './users.ts';

export type { Endpoint } from './endpoint.ts';
export type * from './accounts.ts';
export type * from './factors.ts';
export type * from './providers.ts';
export type * from './units.ts';
export type * from './users.ts';
export type * from './periods.ts';
export type * from './extensions.ts';
export type * from './deliveries.ts';
export type * from './messages.ts';
export type * from './review.ts';
export { abilities } from './abilities.ts';
export type { Ability, AbilityName } from './abilities.ts';
export type * from './audit.ts';
export { mostExportedEvents, systemPerson } from './audit.ts';
export type * from './privacy.ts';
export {
  correctionsPath,
  filePath,
  findingsPath,
  mostFetchedFindings,
  receiptPath,
  receiptProofPath,
  uploadHeaders,
  uploadPath,
} from './deliveries.ts';
export type { CorrectionsForm } from './deliveries.ts';
export { eventsPath } from './events.ts';
export type { LiveEvent, LiveTopic } from './events.ts';
export { problems } from './problems.ts';
export type { ProblemBody, ProblemCode } from './problems.ts';

/** Every question there is, by name. */
export const endpoints = {
  ...accounts,
  ...factors,
  ...providers,
  ...units,
  ...users,
  ...periods,
  ...extensions,
  ...deliveries,
  ...messages,
  ...review,
  ...audit,
  ...privacy,
} as const;

export type EndpointName = keyof typeof endpoints;
/** What the browser sends, what an operation receives and what it answers, per question. */
export type RequestTo<Name extends EndpointName> = RequestOf<Schemas[Name]>;
export type Input<Name extends EndpointName> = InputOf<Schemas[Name]>;
export type Output<Name extends EndpointName> = OutputOf<Schemas[Name]>;
