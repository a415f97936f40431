import { periodInWords } from '@insamling/texts';
import type { Period } from './period.ts';

/** A period as everybody reads it, and as it is typed by who closes it. */
export const periodName = (roundName: string, { kind }: Pick<Period, 'kind'>): string => periodInWords(roundName, kind);
