import { publish } from '../platform/live/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insist } from '../platform/problem.ts';
import { askerOf } from './asker.ts';
import { mayChangeUnit } from './policy.ts';
import { savePayrollSystem } from './writer.ts';

/** Says which payroll system a unit's file comes from; free text, since a list is never complete. */
export const changePayrollSystem = unitOperation('changePayrollSystem', {
  audit: (_input, _output, { unit }) => ['unit.payroll-system-changed', unit.unitId],
  async run(call, { payrollSystem }) {
    const { db, unit } = call;
    insist(mayChangeUnit(askerOf(call)), 'unit.not-allowed');
    insistNoPersonalNumber([payrollSystem]);
    await savePayrollSystem(db, unit, payrollSystem);
    await publish(db, 'unit', unit);
    return { done: true as const };
  },
});
