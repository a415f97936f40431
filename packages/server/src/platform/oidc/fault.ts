/** Why a provider's sign-in came to nothing: it was not there, the person turned back, or its answer is not to be believed. */
export class ProviderFault extends Error {
  readonly is: 'away' | 'cancelled' | 'refused';
  /** A word for the log and the audit event; never anything of the answer itself. */
  readonly because: string;
  constructor(is: ProviderFault['is'], because: string) {
    super(`sign-in at a provider: ${is} (${because})`);
    this.name = 'ProviderFault';
    this.is = is;
    this.because = because;
  }
}

/** What the library threw, in our terms. Its messages and causes quote the answer, and are left behind. */
export function faultOf(thrown: unknown): ProviderFault {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 5; error = error.cause, depth += 1)
    if (error instanceof ProviderFault) return error;
  const { code, error } = thrown as { code?: unknown; error?: unknown };
  if (error === 'access_denied' || error === 'login_required' || error === 'interaction_required')
    return new ProviderFault('cancelled', error);
  if (error === 'temporarily_unavailable' || error === 'server_error') return new ProviderFault('away', error);
  return new ProviderFault('refused', typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : 'protocol');
}
