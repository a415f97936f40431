import type { CollectingRole } from '@insamling/contract';

/** Who asks. */
export interface Asker {
  readonly accountId: string;
  readonly role: CollectingRole | null;
}

/** Whose account it is about. */
export interface Subject {
  readonly accountId: string;
  readonly role: CollectingRole | null;
  /** When the person ceased to be an administrator; null for who is one or never was. */
  readonly administratorUntil: Date | null;
}

const ladder: readonly CollectingRole[] = ['reader', 'reviewer', 'collectionManager', 'administrator'];

/** Sees the list: who runs the collection, and upwards. */
export const maySeeUsers = ({ role }: Asker): boolean => role === 'collectionManager' || role === 'administrator';

/**
 * Looks after an account: an administrator after everybody's, an insamlingsansvarig after those of people without a role on the
 * collecting side. Nobody after their own.
 */
export const mayManage = (asker: Asker, subject: Subject): boolean =>
  asker.accountId !== subject.accountId &&
  (asker.role === 'administrator' || (asker.role === 'collectionManager' && subject.role === null));

/** The roles on the collecting side that somebody may give: those they have themselves, and only as administrator. */
export const grantableRoles = ({ role }: Asker): readonly CollectingRole[] =>
  role === 'administrator' ? ladder.slice(0, ladder.indexOf(role) + 1) : [];

/** Gives or takes a role on the collecting side. @param wished  null takes it away */
export const mayChangeRole = (asker: Asker, subject: Subject, wished: CollectingRole | null): boolean =>
  mayManage(asker, subject) && asker.role === 'administrator' && (wished === null || grantableRoles(asker).includes(wished));

/** Ends an account, which cannot be undone. */
export const mayEnd = (asker: Asker, subject: Subject): boolean => mayManage(asker, subject) && asker.role === 'administrator';

/** Days during which a former administrator counts as one: else taking the role away would be the way past the second person. */
const remembered = 30;

/** A lost app of an administrator is reset by two persons. */
export const needsSecondPerson = ({ role, administratorUntil }: Subject, now: Date): boolean =>
  role === 'administrator' || (administratorUntil !== null && administratorUntil.getTime() > now.getTime() - remembered * 86_400_000);

/** Who can make administrators can become anybody: it takes two. Of the other roles none can give a role on the collecting side. */
export const roleNeedsSecondPerson = (wished: CollectingRole | null): boolean => wished === 'administrator';

/** How long what takes two waits for the second. */
export const answerableUntil = (askedAt: Date): Date => new Date(askedAt.getTime() + 72 * 3_600_000);

/** Says yes or no to what somebody else asked for, about a third person. */
export const mayApprove = (asker: Asker, askedBy: string, subject: Pick<Subject, 'accountId'>): boolean =>
  asker.role === 'administrator' && asker.accountId !== askedBy && asker.accountId !== subject.accountId;
