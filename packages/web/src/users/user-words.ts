import type { CollectingRole, UserRow } from '@insamling/contract';
import { dayInShort, dayOf, instantInShort, unitTexts, userTexts as texts } from '@insamling/texts';

/** How an account stands, with until when where there is an end. */
export const statusWords = ({ status, expiresAt }: Pick<UserRow, 'status' | 'expiresAt'>): string =>
  status === 'invited' && expiresAt
    ? `${texts.statuses.invited} ${texts.until(dayInShort(dayOf(expiresAt)))}`
    : status === 'reset' && expiresAt
      ? `${texts.statuses.reset} ${texts.until(instantInShort(expiresAt))}`
      : texts.statuses[status];

/** Somebody whose details have been erased has no name. */
export const nameOf = ({ name }: Pick<UserRow, 'name'>): string => name || texts.former;

/** A person's roles, the collecting side's first; of many units the first two. */
export function roleWords({ collectingRole, units }: Pick<UserRow, 'collectingRole' | 'units'>): string[] {
  const own = collectingRole ? [collectingRoleWords(collectingRole)] : [];
  const shown = units.length === 3 ? units : units.slice(0, 2);
  const rest = units.length - shown.length;
  const lines = [
    ...own,
    ...shown.map(({ role, name }) => texts.unitRole(unitTexts.roles[role], name)),
    ...(rest > 0 ? [texts.moreUnits(rest)] : []),
  ];
  return lines.length > 0 ? lines : [texts.noRole];
}

export const collectingRoleWords = (role: CollectingRole): string => texts.collectingRoles[role];
