import type { EndpointName, LiveEvent, LiveTopic, Output, RequestTo } from '@insamling/contract';
import { QueryClient, queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { ask, NoAnswer, NotConfirmed, Refusal } from './client.ts';

/** A question and how its answer is remembered: by its name and everything it carries. */
export const questionOf = <Name extends EndpointName>(name: Name, request: RequestTo<Name>) =>
  queryOptions({
    queryKey: [name, request] as const,
    queryFn: ({ signal }): Promise<Output<Name>> => ask(name, request, signal),
  });

/** The answer to a question, kept fresh. `when: false` waits with asking. */
export const useAnswer = <Name extends EndpointName>(name: Name, request: RequestTo<Name>, when = true) =>
  useQuery({ ...questionOf(name, request), enabled: when });

/** Something that changes data: afterwards the topics it touches are asked for again. Who would not confirm it has made no mistake. */
export function useChange<Name extends EndpointName>(name: Name, topics: readonly LiveTopic[]) {
  const change = useMutation({
    mutationFn: (request: RequestTo<Name>) => ask(name, request),
    onSuccess: () => Promise.all(topics.map((topic) => askAgain({ topic, unit: null }))),
  });
  return { ...change, error: change.error instanceof NotConfirmed ? null : change.error };
}

export const memory = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
  },
});

/** Forgets and asks again everything an event touches, for the pages that show it now. */
export async function askAgain(event: LiveEvent): Promise<void> {
  const names: readonly string[] = touchedBy[event.topic];
  await memory.invalidateQueries({
    predicate: ({ queryKey: [name, request] }) =>
      names.includes(String(name)) && (event.unit === null || !hasUnit(request) || request.unit === event.unit),
  });
}

export const askEverythingAgain = () => memory.invalidateQueries();

/** Which questions an event is about. */
export const touchedBy = {
  delivery: [
    'showDelivery',
    'showLastYear',
    'listChecks',
    'listQuestions',
    'listProposals',
    'listFindings',
    'listCorrections',
    'listRecords',
    'showOverview',
    'listUnits',
  ],
  messages: ['listThreads', 'showThread', 'listAllThreads', 'whoAmI', 'listUnits', 'showOverview'],
  extensions: ['listExtensions', 'listWaitingExtensions', 'showUnitPeriods', 'showDelivery', 'showOverview', 'listUnits'],
  unit: ['showUnit', 'whoAmI', 'listUnits', 'showSignInPolicy', 'listMyProviders'],
  period: ['whoAmI', 'showUnitPeriods', 'showDelivery', 'showLastYear', 'listRounds', 'listExtensions', 'showOverview', 'listUnits'],
  access: [
    'whoAmI',
    'showUnit',
    'listUnits',
    'listUsers',
    'showUser',
    'listMySessions',
    'showSignInWarning',
    'showMyFactors',
    'listMyProviders',
  ],
} as const satisfies Record<LiveTopic, readonly EndpointName[]>;

const isPassing = (error: unknown) => error instanceof NoAnswer || (error instanceof Refusal && error.status >= 502);

const hasUnit = (request: unknown): request is { readonly unit: string } =>
  typeof request === 'object' && request !== null && 'unit' in request;
