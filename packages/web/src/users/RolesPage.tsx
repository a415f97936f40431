import { abilities, type Ability, type AbilityName, type UserRole } from '@insamling/contract';
import { abilityTexts, userTexts as texts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { PageTitle } from '../shell/index.ts';
import { Scroller } from '../ui/Scroller.tsx';
import style from './users.module.css';

const roles = Object.keys(texts.roleNames) as UserRole[];
const rows = Object.entries(abilities) as [AbilityName, Ability][];

/** What each role may do, of the same table that a test holds against the server. */
export function RolesPage() {
  return (
    <>
      <p>
        <Link {...paths.users()}>‹ {texts.back}</Link>
      </p>
      <PageTitle title={texts.rolesTitle} />
      <p>{texts.rolesHelp}</p>
      <Scroller label={texts.rolesTitle} className={style['answers'] ?? ''}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.ability}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {texts.roleHeadings[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, { roles: may }]) => (
              <tr key={name}>
                <th scope="row">{abilityTexts[name]}</th>
                {roles.map((role) => (
                  <td key={role}>{may.includes(role) ? texts.yes : <span className="muted">{texts.no}</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </>
  );
}
