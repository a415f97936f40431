import { shellTexts } from '@insamling/texts';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../paths.ts';
import { isManager, useMe } from './me.ts';

export interface MenuState {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

export interface MenuProps {
  readonly unit: string | null;
  readonly isCollecting: boolean;
  readonly menu: MenuState;
}

/** Whether the menu is open on a narrow screen; following a link closes it, and so does Esc, back on the button that opened it. */
export function useMenu(): MenuState {
  const [isOpen, setOpen] = useState(false);
  const path = useLocation({ select: (location) => location.pathname });
  useEffect(() => setOpen(false), [path]);
  useEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setOpen(false);
      if (opener instanceof HTMLElement) opener.focus();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [isOpen]);
  return { isOpen, toggle: () => setOpen((open) => !open) };
}

export const menuId = 'huvudmeny';

export function SideMenu({ unit, isCollecting, menu }: MenuProps) {
  return (
    <nav id={menuId} className={`menu ${menu.isOpen ? 'is-open' : ''}`} aria-label={shellTexts.mainMenu}>
      <ul>{isCollecting ? <CollectingItems /> : unit && <RespondentItems unit={unit} />}</ul>
    </nav>
  );
}

function RespondentItems({ unit }: { readonly unit: string }) {
  return (
    <>
      <li>
        <Link {...paths.start(unit)} activeOptions={exact}>
          {shellTexts.start}
        </Link>
      </li>
      <li>
        <Link {...paths.delivery(unit)}>{shellTexts.delivery}</Link>
      </li>
      <li>
        <Link {...paths.extensions(unit)}>{shellTexts.extensions}</Link>
      </li>
      <li>
        <Link {...paths.profile(unit)}>{shellTexts.profile}</Link>
      </li>
      <li>
        <Link {...paths.messages(unit)} activeOptions={anySearch}>
          {shellTexts.messages}
        </Link>
      </li>
    </>
  );
}

function CollectingItems() {
  const me = useMe();
  const isAdministrator = me.collectingRole === 'administrator';
  return (
    <>
      <li>
        <Link {...paths.overview()} activeOptions={exact}>
          {shellTexts.overview}
        </Link>
      </li>
      <li>
        <Link {...paths.units()} activeOptions={anySearch}>
          {shellTexts.organisations}
        </Link>
      </li>
      <li>
        <Link {...paths.allMessages()} activeOptions={anySearch}>
          {shellTexts.messages}
        </Link>
      </li>
      <li>
        <Link {...paths.waitingExtensions()}>{shellTexts.extensions}</Link>
      </li>
      <li>
        <Link {...paths.rounds()}>{shellTexts.collection}</Link>
      </li>
      {isManager(me) && (
        <li>
          <Link {...paths.users()} activeOptions={anySearch}>
            {shellTexts.users}
          </Link>
        </li>
      )}
      {isAdministrator && (
        <li>
          <Link {...paths.eventLog()} activeOptions={anySearch}>
            {shellTexts.eventLog}
          </Link>
        </li>
      )}
    </>
  );
}

/** From 30 to 48 rem: the three places one goes to most, and the menu for the rest. */
export function BottomBar({ unit, isCollecting, menu }: MenuProps) {
  if (!isCollecting && !unit) return null;
  return (
    <nav className="bottom-bar" aria-label={shellTexts.quickMenu}>
      {isCollecting ? (
        <>
          <Link {...paths.overview()} activeOptions={exact}>
            {shellTexts.overview}
          </Link>
          <Link {...paths.units()} activeOptions={anySearch}>
            {shellTexts.organisations}
          </Link>
          <Link {...paths.allMessages()} activeOptions={anySearch}>
            {shellTexts.messages}
          </Link>
        </>
      ) : (
        unit && (
          <>
            <Link {...paths.start(unit)} activeOptions={exact}>
              {shellTexts.start}
            </Link>
            <Link {...paths.delivery(unit)}>{shellTexts.delivery}</Link>
            <Link {...paths.messages(unit)} activeOptions={anySearch}>
              {shellTexts.messages}
            </Link>
          </>
        )
      )}
      <button type="button" aria-expanded={menu.isOpen} aria-controls={menuId} onClick={menu.toggle}>
        {shellTexts.menu}
      </button>
    </nav>
  );
}

const exact = { exact: true, includeSearch: false } as const;
const anySearch = { includeSearch: false } as const;
