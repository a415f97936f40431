import { personalOperation } from '../../platform/operation.ts';
import { linksOf } from './reader.ts';
import { isOpenFor } from './standing.ts';

/** The providers that a person may sign in with or has tied to the account; of others nothing is said. */
export const listMyProviders = personalOperation('listMyProviders', {
  async run({ actor, db, services: { relyingParty } }) {
    const links = new Map((await linksOf(db, actor.accountId)).map((link) => [link.provider, link]));
    const mine = [];
    for (const provider of relyingParty.providers) {
      const link = links.get(provider.id);
      const isOpen = await isOpenFor(db, provider, actor);
      if (!link && !isOpen) continue;
      mine.push({
        id: provider.id,
        name: provider.name,
        isOpen,
        linkedAt: link?.linkedAt.toISOString() ?? null,
        lastUsedAt: link?.lastUsedAt?.toISOString() ?? null,
      });
    }
    return { providers: mine };
  },
});
