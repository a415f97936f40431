import { useQuery } from '@tanstack/react-query';
import { questionOf } from '../questions.ts';

/** The unit's delivery; asked for often while the server checks a file, in case the live stream is late. */
export const useDelivery = (unit: string) =>
  useQuery({
    ...questionOf('showDelivery', { unit }),
    refetchInterval: ({ state }) => (isBeingChecked(state.data?.file) ? 1_500 : false),
  });

export const isBeingChecked = (file: { readonly check: string } | null | undefined): boolean =>
  file?.check === 'waiting' || file?.check === 'checking';
