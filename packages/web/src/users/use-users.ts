import type { RequestTo } from '@insamling/contract';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ask } from '../client.ts';

const pageSize = 50;

/** The accounts that match, a page more each time it is asked for. What was found before stays until the answer comes. */
export const useUsers = (filter: Pick<RequestTo<'listUsers'>, 'search' | 'role' | 'status' | 'unit'>) =>
  useInfiniteQuery({
    queryKey: ['listUsers', filter] as const,
    queryFn: ({ pageParam, signal }) => ask('listUsers', { ...filter, after: pageParam, limit: pageSize }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ users }) => (users.length === pageSize ? (users.at(-1)?.accountId ?? null) : null),
    placeholderData: keepPreviousData,
  });
