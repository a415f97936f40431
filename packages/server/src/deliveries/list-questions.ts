import type { QuestionView } from '@insamling/contract';
import { unitOperation } from '../platform/operation.ts';
import type { Question } from './engine/desk.ts';
import { findDelivery } from './find-delivery.ts';
import { openedFile } from './opened-delivery.ts';
import { ruleById, variableById } from './view.ts';

/** Questions that stand instead of many findings with one cause. */
export const listQuestions = unitOperation('listQuestions', {
  async run(call, { delivery: deliveryId }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    return { version: delivery.version, questions: (await opened.desk.call('questions', file.id)).map(questionView) };
  },
});

function questionView({ key, cause, rules, findings, fields, group, records, of, remedy, cells, example }: Question): QuestionView {
  return {
    key,
    cause,
    rules: rules.map((rule) => ({
      rule,
      title: ruleById(rule)?.texts.title ?? rule,
      canExplain: ruleById(rule)?.severity === 'warning',
    })),
    findings,
    fields: fields.map((field) => ({ number: variableById(field)?.number ?? 0, name: variableById(field)?.name ?? field })),
    group: group ? { name: variableById(group.field)?.name ?? group.field, value: group.text } : null,
    records,
    of,
    remedy: remedyView(remedy, cells, example),
  };
}

function remedyView(remedy: Question['remedy'], cells: number, example: Question['example']): QuestionView['remedy'] {
  if (!remedy) return null;
  if ('from' in remedy) return { do: 'replace', before: remedy.from, after: null, cells };
  return example ? { do: remedy.do, before: example.before, after: example.after, cells } : null;
}
