import { codeLists } from '@insamling/survey/editions/november-2026';
import { unitOperation } from '../platform/operation.ts';
import { askerOf } from './asker.ts';
import { peopleOf, personView } from './people.ts';
import { mayAdministerPeople, mayChangeUnit } from './policy.ts';
import { codesOf, employersOf, unitByKey } from './reader.ts';

/** A unit with its payroll system, employers and people; seen by everybody in it and by the collecting side. */
export const showUnit = unitOperation('showUnit', {
  async run(call) {
    const { db, unit } = call;
    const row = await unitByKey(db, unit);
    if (!row) throw new Error('the unit in the address has no row');
    const asker = askerOf(call);
    return {
      unit: unit.code,
      codes: (await codesOf(db, unit)).map(({ code }) => code),
      name: row.name,
      kind: row.kind,
      county: row.county,
      payrollSystem: row.payrollSystem,
      payrollSystems,
      employers: await employersOf(db, unit),
      people: (await peopleOf(db, unit)).map((person) => personView(person, mayAdministerPeople(asker))),
      may: { invite: mayAdministerPeople(asker), changeUnit: mayChangeUnit(asker) },
    };
  },
});

const payrollSystems = (codeLists['payroll-systems']?.codes ?? []).map(({ name }) => name);
