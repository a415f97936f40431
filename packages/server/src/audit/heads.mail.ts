import { auditTexts } from '@insamling/texts';
import type { SignedHeads } from '../platform/audit/index.ts';
import type { Letter } from '../platform/mail/index.ts';

/** The signed heads of a day, to be kept where nobody who runs the portal can change them. */
export const headsLetter = (heads: SignedHeads, name: string): Letter =>
  auditTexts.headsLetter({ name, chains: heads.list.heads.length, content: JSON.stringify(heads) });
