import type { FileFacts } from '@insamling/survey';
import { deliveryTexts } from '@insamling/texts';
import { Scroller } from '../ui/Scroller.tsx';

interface ColumnMappingProps {
  readonly columns: NonNullable<FileFacts['columns']>;
  readonly fieldNames: Readonly<Record<string, string>>;
}

/** Which field each column of the file was read as, where its header names them in an order of its own. */
export function ColumnMapping({ columns, fieldNames }: ColumnMappingProps) {
  return (
    <details className="more">
      <summary>{texts.title}</summary>
      <Scroller label={texts.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.column}</th>
              <th scope="col">{texts.readAs}</th>
            </tr>
          </thead>
          <tbody>
            {columns.names.map((name, place) => {
              const variable = columns.variables[place] ?? null;
              return (
                <tr key={place}>
                  <th scope="row">
                    {place + 1}. {name}
                  </th>
                  <td>{variable === null ? texts.notRead : (fieldNames[variable] ?? variable)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}

const texts = deliveryTexts.upload.mapping;
