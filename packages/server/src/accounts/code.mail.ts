import { accountLetters, type TextVariant } from '@insamling/texts';
import type { Letter } from '../platform/mail/index.ts';

/** The only place where the six digits are. */
export const codeLetter = (
  config: { readonly serviceName: string; readonly texts: TextVariant; readonly limits: { readonly codeMinutes: number } },
  email: string,
  code: string,
): Letter => accountLetters.code({ email, code, minutes: config.limits.codeMinutes, service: config.serviceName, variant: config.texts });
