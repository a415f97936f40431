import { z } from 'zod';
import { calendarDate, id, unitParams } from './common.schemas.ts';

export const periodKind = z.enum(['test', 'submission']);

/** What Start says about a period: the reference's sentences, kept as data of the period. `{start}`, `{slut}` and `{org.kort}` are gaps. */
export const periodTexts = z.strictObject({
  heading: z.string().max(300),
  paragraphs: z.array(z.string().max(2000)).max(10),
  /** The heading and paragraphs used while the period is the next one. */
  nextHeading: z.string().max(300),
  nextParagraphs: z.array(z.string().max(2000)).max(10),
});

export const period = z.strictObject({
  id,
  kind: periodKind,
  opensOn: calendarDate,
  /** Last day as shown; lateness counts from it. */
  dueOn: calendarDate,
  lastUploadOn: calendarDate,
  closesOn: calendarDate,
  texts: periodTexts,
  version: z.number().int(),
});

export const unitPeriods = z.strictObject({
  today: calendarDate,
  round: z.strictObject({ id, name: z.string(), edition: z.string(), referenceYear: z.number().int() }).nullable(),
  running: period.nullable(),
  next: period.nullable(),
  /** The running period's dates for this unit, a granted extension counted. */
  forUnit: z
    .strictObject({
      dueOn: calendarDate,
      lastUploadOn: calendarDate,
      closesOn: calendarDate,
      daysLeft: z.number().int(),
      extendedTo: calendarDate.nullable(),
    })
    .nullable(),
});

export const round = z.strictObject({
  id,
  name: z.string(),
  edition: z.string(),
  referenceYear: z.number().int(),
  /** The day it is where days are counted, so that a page need not trust its own clock. */
  today: calendarDate,
  periods: z.array(period.extend({ erasedAt: z.iso.datetime().nullable() })),
});

export const periodsSchemas = {
  showUnitPeriods: { params: unitParams, response: unitPeriods },
  listRounds: { response: z.array(round) },
  changePeriod: {
    params: z.strictObject({ period: id }),
    body: period.pick({ opensOn: true, dueOn: true, lastUploadOn: true, closesOn: true, texts: true }).extend({
      expectedVersion: z.number().int(),
      /** The period's name as `periodInWords` says it: asked for when the change closes a period that is open. */
      confirmName: z.string().trim().max(400).optional(),
    }),
    response: period,
  },
} as const;
