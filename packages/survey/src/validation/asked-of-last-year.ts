import type { Rule } from '../definition/rule.ts';
import type { Edition } from '../definition/survey-definition.ts';

/** Whether a rule looks at what it measured last year. Of groups each does: one that is not there this year is asked about, too. */
export function comparesMeasures({ logic }: Rule): boolean {
  if (logic.kind === 'distribution') return true;
  if (logic.kind !== 'aggregate') return false;
  const { per, hit, enough, gaps = {} } = logic;
  return (
    per !== undefined || /"year":"last"/.test(JSON.stringify([hit, enough, gaps])) || Object.values(gaps).some((gap) => 'change' in gap)
  );
}

const asked = new WeakMap<Edition, ReadonlySet<string>>();

/** Fields of last year's delivery that rules in force ask about, and those that it is known by: nobody has to wait for the others. */
export function fieldsOfLastYear(edition: Edition): ReadonlySet<string> {
  const known = asked.get(edition);
  if (known) return known;
  const rules = edition.rules.filter((rule) => rule.status === 'active' && asksOfLastYear(rule));
  const spelled = JSON.stringify([edition.roles, rules.map(({ logic, when }) => [logic, when])]);
  const fields = new Set(edition.variables.flatMap(({ id }) => (spelled.includes(JSON.stringify(id)) ? [id] : [])));
  asked.set(edition, fields);
  return fields;
}

function asksOfLastYear(rule: Rule): boolean {
  const { logic, when } = rule;
  if (logic.kind === 'panel' || logic.kind === 'hidiroglouBerthelot') return true;
  return comparesMeasures(rule) || /lastYear/i.test(JSON.stringify([logic, when]));
}
