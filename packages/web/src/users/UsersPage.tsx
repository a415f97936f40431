import type { Output, UserRole, UserStatus } from '@insamling/contract';
import { userTexts as texts } from '@insamling/texts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { paths, type UsersSearch } from '../paths.ts';
import { Answer, PageTitle } from '../shell/index.ts';
import { InviteUserDialog } from './InviteUserDialog.tsx';
import { useUsers } from './use-users.ts';
import { nameOf } from './user-words.ts';
import { UserFilters } from './UserFilters.tsx';
import { UsersTable } from './UsersTable.tsx';

/** The last word searched by, for who comes back from a person's page; it is never in the address. */
let lastWord = '';

/** Användare: everybody's account, searched, filtered and fetched a page at a time. */
export function UsersPage() {
  const search = useSearch({ from: '/granskning/anvandare/' });
  const navigate = useNavigate();
  const [word, setWord] = useState(lastWord);
  const [isInviting, setInviting] = useState(false);
  const users = useUsers({
    search: word,
    role: choice(texts.roleNames, search.roll),
    status: choice(texts.statuses, search.status),
    unit: search.enhet ?? null,
  });
  const find = (next: string) => setWord((lastWord = next));
  const show = (next: UsersSearch) => void navigate({ ...paths.users(next), replace: true, resetScroll: false });
  return (
    <>
      <PageTitle title={texts.title} />
      <p className="buttons">
        <button type="button" className="button" onClick={() => setInviting(true)}>
          {texts.invite}
        </button>
        <Link {...paths.roles()}>{texts.rolesLink}</Link>
      </p>
      <UserFilters word={word} onWord={find} search={search} onSearch={show} />
      <Answer of={users} lines={12}>
        {({ pages }) => (
          <>
            <Found
              pages={pages}
              onClear={() => {
                find('');
                show({});
              }}
            />
            {users.hasNextPage && (
              <button
                type="button"
                className="button-secondary"
                disabled={users.isFetchingNextPage}
                onClick={() => void users.fetchNextPage()}
              >
                {texts.more}
              </button>
            )}
            {isInviting && <InviteUserDialog roles={pages[0]?.grantableRoles ?? []} onClose={() => setInviting(false)} />}
          </>
        )}
      </Answer>
    </>
  );
}

/** What the address says, if it is something to choose. */
const choice = <Choice extends UserRole | UserStatus>(
  choices: Readonly<Record<Choice, string>>,
  value: string | undefined,
): Choice | null => (value !== undefined && value in choices ? (value as Choice) : null);

function Found({ pages, onClear }: { readonly pages: readonly Output<'listUsers'>[]; readonly onClear: () => void }) {
  const rows = pages.flatMap(({ users }) => users);
  const { total = 0, waitingResets = [], waitingAdministrators = [] } = pages[0] ?? {};
  return (
    <>
      <Waiting title={texts.waiting} users={waitingResets} />
      <Waiting title={texts.waitingAdministrators} users={waitingAdministrators} />
      <p role="status">{rows.length < total ? texts.shown(rows.length, total) : texts.count(total)}</p>
      {rows.length > 0 ? (
        <UsersTable rows={rows} />
      ) : (
        <>
          <p>{texts.none}</p>
          <button type="button" className="button-secondary" onClick={onClear}>
            {texts.clear}
          </button>
        </>
      )}
    </>
  );
}

interface WaitingProps {
  readonly title: (n: number) => string;
  readonly users: Output<'listUsers'>['waitingResets'];
}

/** Whose page waits for a second administrator. */
function Waiting({ title, users }: WaitingProps) {
  if (users.length === 0) return null;
  return (
    <div className="notice notice-warning">
      <p>{title(users.length)}</p>
      <ul>
        {users.map((user) => (
          <li key={user.accountId}>
            <Link {...paths.user(user.accountId)}>{nameOf(user)}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
