import { periodFor, referenceYearOf } from '../periods/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { unitFacts } from '../units/index.ts';
import { deskFor } from './engine/threads.ts';
import { deliveryOfLastYear } from './last-year.ts';

/** What the page needs to compare a file with last year's before it is sent: sums and counts of the unit's own, no persons. */
export const showLastYear = unitOperation('showLastYear', {
  async run({ db, services, unit, today }) {
    const period = await periodFor(db, today);
    if (!period) return { referenceYear: null, aggregates: null };
    const referenceYear = await referenceYearOf(db, period.id);
    const lastYear = await deliveryOfLastYear(services, db, { ...unit, periodId: period.id });
    if (!lastYear) return { referenceYear, aggregates: null };
    const desk = deskFor(lastYear.deliveryId);
    const held = await desk.call('measured', lastYear.version);
    const measure = async () => desk.call('measure', lastYear.version, await lastYear.read(), await unitFacts(db, unit), referenceYear);
    return { referenceYear, aggregates: held ?? (await measure()) };
  },
});
