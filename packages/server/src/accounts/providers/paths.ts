/** Addresses of the pages about signing in with one's organisation. */
export const providerPaths = {
  choose: '/logga-in/organisation',
  onward: '/logga-in/organisation/:leverantor/vidare',
  answer: '/logga-in/organisation/:leverantor/svar',
  outcome: '/logga-in/organisation/:leverantor/:utfall',
} as const;

const filled = (path: string, provider: string) => path.replace(':leverantor', provider);

export const onwardPath = (provider: string): string => filled(providerPaths.onward, provider);

/** Where the provider sends the browser back to, as it has to be registered there. */
export const answerAddress = ({ publicUrl }: { readonly publicUrl: string }, provider: string): string =>
  `${publicUrl}${filled(providerPaths.answer, provider)}`;

export const outcomes = ['avbrutet', 'nekat', 'svarar-inte', 'ej-kopplat', 'upptaget', 'ej-bekraftat'] as const;
export type Outcome = (typeof outcomes)[number];

/** The answer's code and state are left behind: what happened is told at an address that says nothing of anybody. */
export const outcomePath = (provider: string, outcome: Outcome): string =>
  filled(providerPaths.outcome, provider).replace(':utfall', outcome);
