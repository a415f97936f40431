import type { UnitPerson, UnitView } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useMe } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';

type Open = { readonly is: 'invite' } | { readonly is: 'role' | 'remove'; readonly person: UnitPerson };

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
              <td>{texts.statuses[person.status]}</td>
              {unit.may.invite && (
                <td>
                  {person.accountId !== account.id && (
                    <>
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
                        aria-label={texts.removeOf(person.name)}
                        onClick={() => onOpen({ is: 'remove', person })}
                      >
                        {texts.remove}
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
