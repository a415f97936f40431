import { displayNamesOf } from '../accounts/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { correctionPlace, openText } from './data-key.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile } from './opened-delivery.ts';
import { correctionsPage, correctionsTogether } from './reader.ts';
import { fieldsOf, isMasked, mask, variableName } from './view.ts';

/** The log of corrections of the current file, newest first: who, when, from, to. */
export const listCorrections = unitOperation('listCorrections', {
  async run(call, { delivery: deliveryId, offset, limit, reveal }) {
    const { db, services } = call;
    const { delivery, file } = await findDelivery(call, deliveryId);
    const rows = await correctionsPage(db, delivery.organisationId, file.id, offset, limit);
    const opened = await openedFile(services, db, delivery, file, false);
    const together = await correctionsTogether(db, delivery.organisationId, file.id);
    const names = await displayNamesOf(
      db,
      [...rows, ...together].map(({ by }) => by),
    );
    const pages = await Promise.all(rows.map(({ record }) => opened.desk.call('records', file.id, record - 1, 1)));
    const textIn = (number: number, side: 'before' | 'after', sealed: Buffer) =>
      openText(opened.dataKey, sealed, correctionPlace(file.id, number, side));
    const shown = (variable: string, before: string, after: string) => ({
      before: mask(variable, before, reveal),
      after: mask(variable, after, reveal),
      isMasked: isMasked(variable, before, reveal) || isMasked(variable, after, reveal),
    });
    const kind = reveal ? 'records.personal-numbers-shown' : 'delivery.corrections-read';
    await noteReading(call, delivery, kind, { corrections: rows.length });
    return {
      total: opened.version,
      corrections: rows.map((row, index) => ({
        number: row.number,
        record: row.record,
        row: pages[index]?.[0]?.row ?? 0,
        variable: row.variable,
        name: variableName(row.variable),
        ...shown(row.variable, textIn(row.number, 'before', row.sealedBefore), textIn(row.number, 'after', row.sealedAfter)),
        by: names.get(row.by) ?? '',
        at: row.at.toISOString(),
        undoes: row.undoes,
        isUndone: row.isUndone,
        isNewest: row.isNewest,
      })),
      together: together.map(({ variables, by, at, ...rest }) => ({
        ...rest,
        fields: fieldsOf(variables),
        by: names.get(by) ?? '',
        at: at.toISOString(),
      })),
    };
  },
});
