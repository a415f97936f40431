import type { UserRequest, UserView } from '@insamling/contract';
import { instantInShort, unitTexts, userTexts as texts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, NotFound, PageTitle } from '../shell/index.ts';
import { AdministratorRequests } from './AdministratorRequests.tsx';
import { StatusTag } from './StatusTag.tsx';
import { collectingRoleWords, nameOf } from './user-words.ts';
import { UserActions } from './UserActions.tsx';
import { UserResets } from './UserResets.tsx';
import { UserUnits } from './UserUnits.tsx';

/** One person's account: how it stands, what may be done with it, roles, and resets of a lost app. */
export function UserPage() {
  const { accountId } = useParams({ from: '/granskning/anvandare/$accountId' });
  return isId.test(accountId) ? <User accountId={accountId} /> : <NotFound />;
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function User({ accountId }: { readonly accountId: string }) {
  const user = useAnswer('showUser', { accountId });
  return (
    <>
      <p>
        <Link {...paths.users()}>‹ {texts.back}</Link>
      </p>
      <Answer of={user} lines={8}>
        {(data) => (
          <>
            {/* The window is named by the page and not by the person: windows are seen by others. */}
            <PageTitle title={nameOf(data)} windowTitle={texts.title} />
            <UserResets user={data} resets={data.resets.filter(isWaiting)} title={texts.waitingReset} />
            <AdministratorRequests user={data} requests={data.administratorRequests.filter(isWaiting)} title={texts.waitingAdministrator} />
            <Facts user={data} />
            <UserActions key={data.accountId} user={data} />
            {data.status !== 'ended' && <UserUnits user={data} />}
            <UserResets user={data} resets={data.resets.filter((reset) => !isWaiting(reset))} title={texts.resets} />
            <AdministratorRequests
              user={data}
              requests={data.administratorRequests.filter((request) => !isWaiting(request))}
              title={texts.administratorRequests}
            />
          </>
        )}
      </Answer>
    </>
  );
}

const isWaiting = ({ outcome }: UserRequest) => outcome === 'waiting';

function Facts({ user }: { readonly user: UserView }) {
  const { status, expiresAt } = user;
  const ends = status === 'invited' || status === 'reset' || status === 'expired';
  return (
    <dl className="facts">
      <Fact name={texts.status}>
        <StatusTag user={{ status, expiresAt: null }} />
      </Fact>
      {ends && expiresAt && <Fact name={texts.validUntil}>{instantInShort(expiresAt)}</Fact>}
      {user.email && <Fact name={texts.email}>{user.email}</Fact>}
      {status !== 'ended' && <Fact name={texts.phone}>{user.phone || <span className="muted">{unitTexts.noPhone}</span>}</Fact>}
      {user.collectingRole && <Fact name={texts.role}>{collectingRoleWords(user.collectingRole)}</Fact>}
      <Fact name={texts.invited}>{texts.invitedBy(instantInShort(user.invitedAt), user.invitedBy)}</Fact>
      <Fact name={texts.lastSignedIn}>{user.lastSignedInAt ? instantInShort(user.lastSignedInAt) : texts.never}</Fact>
      {status === 'active' && <Fact name={texts.sessions}>{texts.sessionCount(user.sessions)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
