import { shellTexts, unitTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { paths, serverPaths } from '../paths.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { chooseAppearance, chosenAppearance, type Appearance } from './appearance.ts';
import { ownUnit, useMe } from './me.ts';
import { menuId, type MenuProps } from './Menu.tsx';

/** Service name, unit, messages and the user's own menu. */
export function Header({ unit, isCollecting, menu }: MenuProps) {
  const me = useMe();
  const unread = me.unreadThreads > 0 ? shellTexts.newMessages(me.unreadThreads) : shellTexts.messages;
  const hasMenu = isCollecting || unit !== null;
  return (
    <div className="header">
      <div className="header-inner">
        <Link {...paths.home()} className="service-name">
          {me.service.name}
        </Link>
        {!isCollecting && unit && <UnitSwitcher unit={unit} />}
        <div className="header-end">
          {isCollecting ? (
            <Link {...paths.allMessages()} className="header-messages" activeOptions={{ includeSearch: false }}>
              {unread}
            </Link>
          ) : (
            unit && (
              <Link {...paths.messages(unit)} className="header-messages" activeOptions={{ includeSearch: false }}>
                {unread}
              </Link>
            )
          )}
          <UserMenu unit={unit} isCollecting={isCollecting} />
          {hasMenu && (
            <button type="button" className="menu-button" aria-expanded={menu.isOpen} aria-controls={menuId} onClick={menu.toggle}>
              {shellTexts.menu}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

function UnitSwitcher({ unit }: { readonly unit: string }) {
  const me = useMe();
  const now = ownUnit(me, unit)?.name ?? unit;
  if (me.units.length < 2 && !me.collectingRole) return <p className="unit-name">{now}</p>;
  return (
    <Disclosure className="unit-switcher" label={shellTexts.unitNow(now)}>
      <ul className="choices">
        {me.units.map((one) => (
          <li key={one.unit}>
            <Link {...paths.start(one.unit)} aria-current={one.unit === unit ? 'true' : undefined} activeProps={{}}>
              {one.name} <span className="muted">{unitTexts.roles[one.role]}</span>
            </Link>
          </li>
        ))}
        {me.collectingRole && (
          <li>
            <Link {...paths.overview()}>{shellTexts.reviewMode}</Link>
          </li>
        )}
      </ul>
    </Disclosure>
  );
}

function UserMenu({ unit, isCollecting }: { readonly unit: string | null; readonly isCollecting: boolean }) {
  const { account } = useMe();
  const [appearance, setAppearance] = useState(chosenAppearance);
  const choose = (next: Appearance) => {
    chooseAppearance(next);
    setAppearance(next);
  };
  return (
    <Disclosure className="user-menu" label={<span className="user-name">{account.name}</span>} name={shellTexts.userMenu(account.name)}>
      {isCollecting ? (
        <p>
          <Link {...paths.myProfile()}>{shellTexts.profileLink}</Link>
        </p>
      ) : (
        unit && (
          <p>
            <Link {...paths.profile(unit)}>{shellTexts.profileLink}</Link>
          </p>
        )
      )}
      <fieldset className="field appearance">
        <legend>{shellTexts.appearance}</legend>
        {(['light', 'dark', 'device'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="appearance" checked={appearance === one} onChange={() => choose(one)} />
            {shellTexts.appearances[one]}
          </label>
        ))}
      </fieldset>
      <form method="post" action={serverPaths.signOut}>
        <button type="submit" className="button-secondary">
          {shellTexts.signOut}
        </button>
      </form>
    </Disclosure>
  );
}
