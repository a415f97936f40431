import type { UserView } from '@insamling/contract';
import { shellTexts, unitTexts, userTexts as texts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { AccessDialog } from './AccessDialog.tsx';
import { ActDialog } from './ActDialog.tsx';
import { nameOf } from './user-words.ts';

type Access = UserView['units'][number];
type Open = { readonly is: 'give' } | { readonly is: 'change' | 'remove'; readonly access: Access };

/** The units a person acts for, and as what. */
export function UserUnits({ user }: { readonly user: UserView }) {
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section className="card" aria-labelledby="enheter">
      <h2 id="enheter">{texts.units}</h2>
      {user.units.length === 0 ? <p>{texts.noUnits}</p> : <Units user={user} onOpen={setOpen} />}
      {user.may.changeUnits && user.email && (
        <button type="button" className="button-secondary" onClick={() => setOpen({ is: 'give' })}>
          {texts.addAccess}
        </button>
      )}
      {open?.is === 'give' && <AccessDialog user={user} onClose={close} />}
      {open?.is === 'change' && <AccessDialog user={user} access={open.access} onClose={close} />}
      {open?.is === 'remove' && (
        <ActDialog
          name="removePerson"
          request={() => ({ unit: open.access.unit, accountId: user.accountId })}
          title={texts.removeAccessTitle(nameOf(user), open.access.name)}
          help={[texts.removeAccessHelp(open.access.name)]}
          action={texts.removeAccess}
          done={() => texts.removeAccessDone}
          onClose={close}
        />
      )}
    </section>
  );
}

function Units({ user, onOpen }: { readonly user: UserView; readonly onOpen: (open: Open) => void }) {
  return (
    <Scroller label={texts.unitsTable}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            <th scope="col">{texts.role}</th>
            {user.may.changeUnits && (
              <th scope="col">
                <span className="visually-hidden">{texts.actions}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {user.units.map((access) => (
            <tr key={access.unit}>
              <th scope="row">
                <Link {...paths.unitPeople(access.unit)}>{access.name}</Link> <span className="muted">{access.unit}</span>
              </th>
              <td>
                {unitTexts.roles[access.role]}
                {access.isContact && <span className="muted">, {unitTexts.contact.toLowerCase()}</span>}
              </td>
              {user.may.changeUnits && (
                <td>
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={texts.changeAccessOf(access.name)}
                    onClick={() => onOpen({ is: 'change', access })}
                  >
                    {shellTexts.change}
                  </button>
                  <button
                    type="button"
                    className="button-quiet"
                    aria-label={texts.removeAccessOf(access.name)}
                    onClick={() => onOpen({ is: 'remove', access })}
                  >
                    {texts.removeAccess}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
