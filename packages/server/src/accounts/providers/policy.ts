import type { SignInProvider } from '../../config.ts';

/** Whom a person acts for, and what those have decided of signing in. */
export interface Standing {
  readonly isCollecting: boolean;
  readonly organisations: readonly { readonly provider: string | null; readonly requiresPasskey: boolean }[];
}

/**
 * A provider opens everything that a person may do. Hence every organisation the person acts for must have chosen it, none may
 * demand a passkey, and for the collecting side the operator must have said so.
 */
export function mayUseProvider(
  { id, isForCollectingStaff }: Pick<SignInProvider, 'id' | 'isForCollectingStaff'>,
  { isCollecting, organisations }: Standing,
): boolean {
  if (organisations.length === 0 && !isCollecting) return false;
  if (isCollecting && !isForCollectingStaff) return false;
  return organisations.every(({ provider, requiresPasskey }) => provider === id && !requiresPasskey);
}
