import type { QuestionView } from '@insamling/contract';
import type { FindingSummary } from '@insamling/survey';
import { unitOperation, type UnitCall } from '../platform/operation.ts';
import type { Delivery, DeliveryFileRow } from './delivery.ts';
import type { Question } from './engine/desk.ts';
import { explainedOf, isExplainable } from './explained.ts';
import { findDelivery } from './find-delivery.ts';
import { noteReading } from './note-reading.ts';
import { openedFile, type OpenedFile } from './opened-delivery.ts';
import { fieldsOf, mask, ruleById, variableName } from './view.ts';

/** Questions that stand instead of many findings with one cause, also those that are answered with comments. */
export const listQuestions = unitOperation('listQuestions', {
  async run(call, { delivery: deliveryId }) {
    const { delivery, file } = await findDelivery(call, deliveryId);
    const opened = await openedFile(call.services, call.db, delivery, file, false);
    const questions = await opened.desk.call('questions', file.id);
    const unexplained = await unexplainedOf(call, delivery, file, opened, questions, (await opened.checked()).summary);
    await noteReading(call, delivery, 'delivery.questions-read', { questions: questions.length });
    return { version: delivery.version, questions: questions.map((question, place) => questionView(question, unexplained[place]!)) };
  },
});

/** Of each question the findings without an explanation; null where no explanation will do. */
async function unexplainedOf(
  { db, services }: UnitCall,
  delivery: Delivery,
  file: DeliveryFileRow,
  { desk }: OpenedFile,
  questions: readonly Question[],
  summary: FindingSummary,
): Promise<(number | null)[]> {
  const explained = await explainedOf(db, services.keys, delivery);
  return Promise.all(
    questions.map(async ({ key, rules, findings }) => {
      if (!isExplainable(summary, rules)) return null;
      if (!rules.some((rule) => explained.rules.has(rule))) return findings;
      return (await desk.call('keysOfQuestion', file.id, key)).filter((finding) => !explained.has(finding.key)).length;
    }),
  );
}

function questionView(
  { key, cause, rules, findings, fields, group, records, of, remedy, cells, example }: Question,
  unexplained: number | null,
): QuestionView {
  return {
    key,
    cause,
    rules: rules.map((rule) => ({ rule, title: ruleById(rule)?.texts.title ?? rule })),
    findings,
    unexplained,
    fields: fieldsOf(fields),
    group: group ? { name: variableName(group.field), value: mask(group.field, group.text, false) } : null,
    records,
    of,
    remedy: remedyView(remedy, fields[0] ?? '', cells, example),
  };
}

function remedyView(remedy: Question['remedy'], field: string, cells: number, example: Question['example']): QuestionView['remedy'] {
  if (!remedy) return null;
  if ('from' in remedy) return { do: 'replace', before: mask(field, remedy.from, false), after: null, cells };
  return example ? { do: remedy.do, before: mask(field, example.before, false), after: mask(field, example.after, false), cells } : null;
}
