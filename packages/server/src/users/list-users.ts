import { collectingOperation } from '../platform/operation.ts';
import { grantableRoles } from './policy.ts';
import { countUsers, usersPage, waitingRequests } from './reader.ts';
import { userRow } from './view.ts';

/** The accounts that match, by name and a page at a time. That somebody was looked for is an event; what was looked for is not in it. */
export const listUsers = collectingOperation('listUsers', 'collectionManager', {
  audit: ({ search }, { total }) => (search === '' ? null : ['user.searched', 'users', { found: total }]),
  async run({ actor, db, now }, { after, limit, ...filter }) {
    const isAdministrator = actor.collectingRole === 'administrator';
    return {
      users: (await usersPage(db, filter, now, { after, limit })).map(userRow),
      total: await countUsers(db, filter, now),
      waitingResets: isAdministrator ? await waitingRequests(db, 'second_factor_reset', now) : [],
      waitingAdministrators: isAdministrator ? await waitingRequests(db, 'administrator_request', now) : [],
      grantableRoles: [...grantableRoles({ accountId: actor.accountId, role: actor.collectingRole })],
    };
  },
});
