import type { UserRow } from '@insamling/contract';
import { dayInShort, dayOf, instantInShort, userTexts as texts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { paths } from '../paths.ts';
import { Scroller } from '../ui/Scroller.tsx';
import { StatusTag } from './StatusTag.tsx';
import { nameOf, roleWords } from './user-words.ts';
import style from './users.module.css';

/** The accounts as an ordinary table; the name leads to the person's page. */
export function UsersTable({ rows }: { readonly rows: readonly UserRow[] }) {
  return (
    <Scroller label={texts.table}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.roles}</th>
            <th scope="col">{texts.status}</th>
            <th scope="col">{texts.invited}</th>
            <th scope="col">{texts.lastSignedIn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.accountId} row={row} />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

const Row = memo(function Row({ row }: { readonly row: UserRow }) {
  return (
    <tr>
      <th scope="row" className={style['person']}>
        <Link {...paths.user(row.accountId)} preload={false}>
          {nameOf(row)}
        </Link>
        {row.email && <span className={style['email']}>{row.email}</span>}
      </th>
      <td>
        <ul className={style['roles']}>
          {roleWords(row).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
      <td>
        <StatusTag user={row} />
      </td>
      <td>{texts.invitedBy(dayInShort(dayOf(row.invitedAt)), row.invitedBy)}</td>
      <td>{row.lastSignedInAt ? instantInShort(row.lastSignedInAt) : <span className="muted">{texts.never}</span>}</td>
    </tr>
  );
});
