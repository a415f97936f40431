import { privacyTexts } from '@insamling/texts';

/** What somebody whose account has ended is called wherever the name stood. */
export const formerUser: string = privacyTexts.formerUser;
