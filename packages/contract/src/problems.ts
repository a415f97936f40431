import { accountProblems } from './accounts.ts';
import { deliveryProblems } from './deliveries.ts';
import { extensionProblems } from './extensions.ts';
import { factorProblems } from './factors.ts';
import { limitProblems } from './limits.ts';
import { messageProblems } from './messages.ts';
import { periodProblems } from './periods.ts';
import { providerProblems } from './providers.ts';
import { unitProblems } from './units.ts';
import { userProblems } from './users.ts';

/** Every refusal the server can give, with its HTTP status. Each has one Swedish sentence in `texts`. */
export const problems = {
  ...accountProblems,
  ...factorProblems,
  ...providerProblems,
  ...unitProblems,
  ...userProblems,
  ...periodProblems,
  ...extensionProblems,
  ...deliveryProblems,
  ...messageProblems,
  ...limitProblems,
} as const;

export type ProblemCode = keyof typeof problems;

/** Body of every refusal: `reference` finds the line in the server's log. */
export interface ProblemBody {
  readonly code: ProblemCode;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly reference: string;
}
