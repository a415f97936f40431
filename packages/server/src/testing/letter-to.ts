import type { CapturedMail } from '@insamling/embedded';
import { vi } from 'vitest';
import type { Portal } from './portal.ts';

/** Waits for the newest letter to the address whose subject says this. */
export const letterTo = (portal: Portal, email: string, subject: string): Promise<CapturedMail> =>
  vi.waitFor(async () => {
    const found = (await portal.mailsTo(email, 0)).findLast((letter) => letter.subject.includes(subject));
    if (!found) throw new Error(`no letter «${subject}»`);
    return found;
  }, 30_000);
