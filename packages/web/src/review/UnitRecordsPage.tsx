import { count, deliveryTexts, shellTexts } from '@insamling/texts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { paths } from '../paths.ts';
import { questionOf } from '../questions.ts';
import { Answer } from '../shell/index.ts';
import { lastPage } from '../ui/pages.ts';
import { Pager } from '../ui/Pager.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { WithDelivery } from './WithDelivery.tsx';

/** The rows of the organisation's file, corrections counted, to read only. */
export function UnitRecordsPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  return (
    <>
      <h2>{texts.title}</h2>
      <WithDelivery unit={unit}>{({ id }) => <Records unit={unit} delivery={id} />}</WithDelivery>
    </>
  );
}

const texts = deliveryTexts.records;
const perPage = 50;

function Records({ unit, delivery }: { readonly unit: string; readonly delivery: string }) {
  const { sida: page = 1 } = useSearch({ from: '/granskning/organisationer/$unit/rader' });
  // Showing identity numbers holds for this page only; each showing is logged by the server.
  const [revealedPage, setRevealedPage] = useState<number | null>(null);
  const reveal = revealedPage === page;
  const records = useQuery({
    ...questionOf('listRecords', { unit, delivery, offset: (page - 1) * perPage, limit: perPage, reveal: String(reveal) }),
    placeholderData: keepPreviousData,
  });
  return (
    <Answer of={records} lines={12}>
      {({ total, variables, rows }) =>
        total === 0 ? (
          <p>{texts.none}</p>
        ) : page > lastPage(total, perPage) ? (
          <Navigate {...paths.unitRecords(unit, { sida: lastPage(total, perPage) })} replace />
        ) : (
          <>
            <p>{texts.about}</p>
            <p>
              <button
                type="button"
                className="button-secondary"
                aria-pressed={reveal}
                title={deliveryTexts.check.revealHelp}
                onClick={() => setRevealedPage(reveal ? null : page)}
              >
                {reveal ? deliveryTexts.check.hide : deliveryTexts.check.reveal}
              </button>
            </p>
            <Scroller label={texts.table}>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{texts.row}</th>
                    {variables.map(({ variable, name, number }) => (
                      <th key={variable} scope="col">
                        {number}. {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ record, row, texts: values }) => (
                    <tr key={record}>
                      <th scope="row">{count(row)}</th>
                      {values.map((value, place) => (
                        <td key={place}>{value}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroller>
            <Pager
              label={shellTexts.pages}
              status={shellTexts.rowsShown((page - 1) * perPage + 1, Math.min(page * perPage, total), total)}
              previous={page > 1 && <Link {...paths.unitRecords(unit, { sida: page - 1 })}>{shellTexts.previous}</Link>}
              next={page * perPage < total && <Link {...paths.unitRecords(unit, { sida: page + 1 })}>{shellTexts.next}</Link>}
            />
          </>
        )
      }
    </Answer>
  );
}
