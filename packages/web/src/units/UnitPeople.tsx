import type { UnitPerson, UnitView } from '@insamling/contract';
import { dayInShort, dayOf, instantInShort, unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useMe } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { ResendDialog } from './ResendDialog.tsx';

type Open = { readonly is: 'invite' } | { readonly is: 'role' | 'remove' | 'resend'; readonly person: UnitPerson };

/** The persons who act for a unit; who may, invites, changes and removes them here. */
export function UnitPeople({ unit }: { readonly unit: UnitView }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="card" aria-labelledby="kontaktpersoner">
      <h2 id="kontaktpersoner">{texts.people(unit.name)}</h2>
      {unit.people.length === 0 ? <p>{texts.noPeople}</p> : <People unit={unit} onOpen={setOpen} />}
      {unit.may.invite ? (
        <button type="button" className="button-secondary" onClick={() => setOpen({ is: 'invite' })}>
          {texts.invite}
        </button>
      ) : (
        <p className="muted">{texts.notAdministrator}</p>
      )}
      {open?.is === 'invite' && <InviteDialog unit={unit} onClose={close} />}
      {open?.is === 'role' && <ChangeRoleDialog unit={unit} person={open.person} onClose={close} />}
      {open?.is === 'resend' && <ResendDialog unit={unit} person={open.person} onClose={close} />}
      {open?.is === 'remove' && <RemoveDialog unit={unit} person={open.person} onClose={close} />}
    </section>
  );
}

function People({ unit, onOpen }: { readonly unit: UnitView; readonly onOpen: (open: Open) => void }) {
  const { account } = useMe();
  return (
    <Scroller label={texts.peopleTable}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.email}</th>
            <th scope="col">{texts.phone}</th>
            <th scope="col">{texts.role}</th>
            <th scope="col">{texts.status}</th>
            {unit.may.invite && <th scope="col">{texts.lastSignedIn}</th>}
            {unit.may.invite && (
              <th scope="col">
                <span className="visually-hidden">{texts.changeRole}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {unit.people.map((person) => (
            <tr key={person.accountId}>
              <th scope="row">{person.name}</th>
              <td>{person.email}</td>
              <td>{person.phone}</td>
              <td>
                {texts.roles[person.role]}
                {person.isContact && <span className="muted">, {texts.contact.toLowerCase()}</span>}
              </td>
              <td>{statusWords(person)}</td>
              {unit.may.invite && (
                <td>{person.lastSignedInAt ? instantInShort(person.lastSignedInAt) : <span className="muted">{texts.never}</span>}</td>
              )}
              {unit.may.invite && (
                <td>
                  {person.accountId !== account.id && (
                    <>
                      {person.status === 'invited' && (
                        <button
                          type="button"
                          className="button-quiet"
                          aria-label={texts.resendOf(person.name)}
                          onClick={() => onOpen({ is: 'resend', person })}
                        >
                          {texts.resend}
                        </button>
                      )}
                      <button
                        type="button"
                        className="button-quiet"
                        aria-label={texts.changeRoleOf(person.name)}
                        onClick={() => onOpen({ is: 'role', person })}
                      >
                        {texts.changeRole}
                      </button>
                      <button
                        type="button"
                        className="button-quiet"
                        aria-label={person.status === 'invited' ? texts.withdrawFrom(person.name) : texts.removeOf(person.name)}
                        onClick={() => onOpen({ is: 'remove', person })}
                      >
                        {person.status === 'invited' ? texts.withdraw : texts.remove}
                      </button>
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** How the account stands; of an invitation also until when it can be used. */
function statusWords({ status, expiresAt }: UnitPerson): string {
  if (status !== 'invited' || !expiresAt) return texts.statuses[status];
  return new Date(expiresAt) > new Date() ? `${texts.statuses.invited}, ${texts.expires(dayInShort(dayOf(expiresAt)))}` : texts.expired;
}
