import { z } from 'zod';
import { calendarDate, done, id, instant, page, severity, unitCode, unitParams, writtenText } from './common.schemas.ts';
import { periodKind } from './periods.schemas.ts';

export const deliveryState = z.enum(['notStarted', 'received', 'validated', 'submitted', 'inReview', 'returned', 'accepted']);

export const deliveryFile = z.strictObject({
  id,
  number: z.number().int(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  encoding: z.string(),
  records: z.number().int(),
  uploadedAt: instant,
  uploadedBy: z.string(),
  /** `waiting` and `checking` until the server's own check is done; `failed` when it could not be made. */
  check: z.enum(['waiting', 'checking', 'done', 'failed']),
  isFatal: z.boolean(),
});

export const counts = z.strictObject({
  fatal: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  infos: z.number().int(),
  /** Warnings that are neither corrected nor explained. */
  warningsLeft: z.number().int(),
});

export const receiptView = z.strictObject({
  number: z.string(),
  submittedAt: instant,
  submittedBy: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  records: z.number().int(),
  corrections: z.number().int(),
  explanations: z.number().int(),
  counts,
  isValid: z.boolean(),
});

export const deliveryStep = z.strictObject({
  state: deliveryState,
  at: instant,
  by: z.string(),
  note: z.string(),
});

export const deliveryView = z.strictObject({
  /** Null while nothing has been uploaded. */
  id: id.nullable(),
  unit: unitCode,
  unitName: z.string(),
  period: z.strictObject({ id, kind: periodKind, closesOn: calendarDate, isOpen: z.boolean() }).nullable(),
  state: deliveryState,
  /** Grows with every file, correction, explanation and step. */
  version: z.number().int(),
  file: deliveryFile.nullable(),
  earlierFiles: z.array(deliveryFile),
  counts: counts.nullable(),
  corrections: z.number().int(),
  explanations: z.number().int(),
  receipt: receiptView.nullable(),
  steps: z.array(deliveryStep),
  dueOn: calendarDate.nullable(),
  isLate: z.boolean(),
  /** Has the unit been granted a later last day than the period's? */
  isExtended: z.boolean(),
  /** What the signed-in person may do now; where not, the code of the refusal that would come. */
  may: z.strictObject({
    upload: z.boolean(),
    correct: z.boolean(),
    explain: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    review: z.boolean(),
    accept: z.boolean(),
    return: z.boolean(),
    reopen: z.boolean(),
  }),
});

export const checkView = z.strictObject({
  rule: z.string(),
  severity,
  title: z.string(),
  /** One sentence on what is wrong, with gaps of the first finding filled. */
  example: z.string(),
  why: z.string(),
  howToFix: z.string(),
  /** Fields the check reads, the one most likely wrong first. */
  fields: z.array(z.strictObject({ number: z.number().int(), name: z.string() })),
  count: z.number().int(),
  handled: z.number().int(),
  isOnFile: z.boolean(),
  /** It rests on a code list with codes of our own, or that is known to lack some. */
  isPreliminary: z.boolean(),
  /** What the findings may mean for the sum of a field, in percent of it; null for checks on no amount. */
  effect: z
    .strictObject({
      field: z.string(),
      percent: z.number(),
      /** Findings to look at, in their order, before the rest means at most `leftPercent` of the sum together. */
      review: z.number().int(),
      leftPercent: z.number(),
    })
    .nullable(),
});

export const checkList = z.strictObject({
  version: z.number().int(),
  records: z.number().int(),
  counts,
  checks: z.array(checkView),
  notEvaluable: z.array(z.strictObject({ rule: z.string(), title: z.string(), needs: z.string() })),
});

/** One question that stands instead of many findings with one cause. */
export const questionView = z.strictObject({
  /** Stays the same while the cause does; sent back to have it mended. */
  key: z.string(),
  cause: z.enum(['shiftedColumns', 'missingDecimals', 'decimalSigns', 'timesHundred', 'notScaledToFullTime', 'oneCodeEverywhere']),
  rules: z.array(z.strictObject({ rule: z.string(), title: z.string() })),
  findings: z.number().int(),
  /** Of them without an explanation; null where they are not warnings and no explanation will do. */
  unexplained: z.number().int().nullable(),
  fields: z.array(z.strictObject({ number: z.number().int(), name: z.string() })),
  /** Name and value of the group that shares the cause; null for the whole file. */
  group: z.strictObject({ name: z.string(), value: z.string() }).nullable(),
  records: z.number().int(),
  of: z.number().int(),
  /** What would be done to the column, and one value before and after; null where only a new export helps. */
  remedy: z
    .strictObject({
      do: z.enum(['times100', 'over100', 'withoutSign', 'scaleToFullTime', 'replace']),
      before: z.string(),
      /** Null where the respondent chooses. */
      after: z.string().nullable(),
      cells: z.number().int(),
    })
    .nullable(),
});

export const explanationView = z.strictObject({ reason: z.string(), text: z.string(), by: z.string(), at: instant });

export const cellView = z.strictObject({
  variable: z.string(),
  name: z.string(),
  number: z.number().int(),
  /** Masked where it is an identity number and the reader has not asked to see it. */
  text: z.string(),
  isMasked: z.boolean(),
  /** What the file said, when the cell has been corrected. */
  original: z.string().nullable(),
});

export const findingView = z.strictObject({
  /** Keyed hash of the finding; says nothing of its values. */
  id: z.string(),
  rule: z.string(),
  severity,
  record: z.number().int().nullable(),
  row: z.number().int().nullable(),
  message: z.string(),
  /** Cells the check reads, in layout order. */
  cells: z.array(cellView),
  /** What tells the row apart: title, organisation unit, employment id, in words. */
  context: z.string(),
  explanation: explanationView.nullable(),
});

export const findingList = z.strictObject({
  version: z.number().int(),
  check: checkView,
  total: z.number().int(),
  findings: z.array(findingView),
});

export const correctionView = z.strictObject({
  number: z.number().int(),
  record: z.number().int(),
  row: z.number().int(),
  variable: z.string(),
  name: z.string(),
  before: z.string(),
  after: z.string(),
  isMasked: z.boolean(),
  by: z.string(),
  at: instant,
  /** Number of the correction that this one takes back. */
  undoes: z.number().int().nullable(),
  isUndone: z.boolean(),
  /** No later one stands in its cell: only such a one can be taken back. */
  isNewest: z.boolean(),
});

export const correctionEffect = z.strictObject({
  version: z.number().int(),
  correction: z.number().int(),
  record: z.number().int(),
  variable: z.string(),
  /** Masked where they are identity numbers. */
  before: z.string(),
  after: z.string(),
  isMasked: z.boolean(),
  /** Ids of findings that went, and the findings that came. */
  resolved: z.array(z.strictObject({ id: z.string(), rule: z.string(), record: z.number().int().nullable() })),
  raised: z.array(findingView),
  counts,
});

/** What may have been meant by a record, tried on it: cells to change so that the finding goes. */
export const proposalView = z.strictObject({
  /** Sent back to have it done; says nothing of the values. */
  key: z.string(),
  mechanism: z.string(),
  /** Masked where they are identity numbers. */
  cells: z.array(
    z.strictObject({ variable: z.string(), name: z.string(), number: z.number().int(), before: z.string(), text: z.string() }),
  ),
});

/** A field that would have to change, and what is known of its new value. Masked as the proposals are. */
export const fieldRemedyView = z.strictObject({
  cell: cellView.omit({ original: true }),
  proposed: z.array(z.strictObject({ text: z.string(), mechanism: z.string() })),
  /** Codes that are allowed, by name; empty where they are very many, or it is no code. */
  codes: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** How many codes are allowed; null where it is no code. */
  codeCount: z.number().int().nullable(),
  /** Numbers that are allowed, in the file's own units; null for an end without a bound. */
  ranges: z.array(z.strictObject({ low: z.number().nullable(), high: z.number().nullable() })),
});

/** The smallest sets of fields that mend a record, and why there is none. */
export const remedyView = z.strictObject({
  notLocalised: z.enum(['tooManyFields', 'outOfTime', 'nothingToSolve', 'ruleNotUsed', 'unreadable']).nullable(),
  sets: z.array(
    z.strictObject({
      fields: z.array(fieldRemedyView),
      /** Values for all of its fields, done with one click. */
      ways: z.array(proposalView),
    }),
  ),
});

/** Corrections that were made with one request: what may be taken back together. */
export const togetherView = z.strictObject({
  first: z.number().int(),
  last: z.number().int(),
  fields: z.array(z.strictObject({ number: z.number().int(), name: z.string() })),
  cells: z.number().int(),
  /** Cells that hold what was written then, also because a later change was taken back. */
  standing: z.number().int(),
  by: z.string(),
  at: instant,
});

/** Many cells changed at once: the numbers of the corrections, so that they can be taken back together. */
export const remedyEffect = z.strictObject({
  version: z.number().int(),
  corrected: z.number().int(),
  first: z.number().int(),
  last: z.number().int(),
  counts,
});

export const recordsPage = z.strictObject({
  total: z.number().int(),
  variables: z.array(z.strictObject({ variable: z.string(), name: z.string(), number: z.number().int() })),
  rows: z.array(z.strictObject({ record: z.number().int(), row: z.number().int(), texts: z.array(z.string()) })),
});

const deliveryParams = unitParams.extend({ delivery: id });
const findingParams = deliveryParams.extend({ rule: z.string().max(20), record: z.coerce.number().int().min(1) });
const version = { expectedVersion: z.number().int() };
const explanationReason = z.enum(['verified', 'new-employment', 'reorganisation', 'protected-identity', 'other']);
const explained = z.strictObject({ version: z.number().int(), explained: z.number().int(), counts });
const explanationText = writtenText.min(1).max(300);

/** Rule → group (empty for the whole file) → measure → number: sums and counts, no person. */
const measures = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number())));
export const lastYearView = z.strictObject({
  /** Of the period that files are sent to now; null while there is none. */
  referenceYear: z.number().int().nullable(),
  /** Null when the unit has no accepted delivery of the year before. */
  aggregates: measures.nullable(),
});

export const deliveriesSchemas = {
  showDelivery: { params: unitParams, query: z.strictObject({ period: id.optional() }), response: deliveryView },
  showLastYear: { params: unitParams, response: lastYearView },
  listChecks: { params: deliveryParams, response: checkList },
  listQuestions: {
    params: deliveryParams,
    response: z.strictObject({ version: z.number().int(), questions: z.array(questionView) }),
  },
  applyRemedy: {
    params: deliveryParams,
    body: z.strictObject({
      fileId: id,
      key: z.string().max(400),
      /** What a wrong code is replaced by; null where the remedy says it itself. */
      choice: z.string().trim().min(1).max(60).nullable(),
      requestId: id,
    }),
    response: remedyEffect,
  },
  undoRemedy: {
    params: deliveryParams,
    body: z.strictObject({ fileId: id, first: z.number().int().min(1), last: z.number().int().min(1), requestId: id }),
    response: remedyEffect,
  },
  explainQuestion: {
    params: deliveryParams,
    body: z.strictObject({ fileId: id, key: z.string().max(400), reason: explanationReason, text: explanationText }),
    response: explained,
  },
  listFindings: {
    params: deliveryParams.extend({ rule: z.string().max(20) }),
    query: z.strictObject({ ...page, left: z.stringbool().default(false), reveal: z.stringbool().default(false) }),
    response: findingList,
  },
  listProposals: {
    params: findingParams,
    response: z.strictObject({
      version: z.number().int(),
      proposals: z.array(proposalView),
      /** Of an error; null for other findings. */
      remedy: remedyView.nullable(),
    }),
  },
  applyProposal: {
    params: findingParams,
    body: z.strictObject({ fileId: id, key: z.string().max(60), requestId: id }),
    /** What one changed cell did, or several that were changed together: one of the two. */
    response: z.strictObject({ effect: correctionEffect.nullable(), together: remedyEffect.nullable() }),
  },
  correctCell: {
    params: deliveryParams,
    body: z.strictObject({
      fileId: id,
      record: z.number().int().min(1),
      variable: z.string().max(60),
      text: z.string().max(400),
      /** The text the user saw; another text in the cell means that somebody else was quicker. Null: not shown (masked). */
      seenText: z.string().max(400).nullable(),
      /** Made by the client once per change, so that a repeated request does not write twice. */
      requestId: id,
    }),
    response: correctionEffect,
  },
  undoCorrection: {
    params: deliveryParams.extend({ correction: z.coerce.number().int().min(1) }),
    body: z.strictObject({ requestId: id }),
    response: correctionEffect,
  },
  listCorrections: {
    params: deliveryParams,
    query: z.strictObject({ ...page, reveal: z.stringbool().default(false) }),
    response: z.strictObject({
      total: z.number().int(),
      corrections: z.array(correctionView),
      /** Those made together of which something still stands, the newest first. */
      together: z.array(togetherView),
    }),
  },
  showCell: {
    params: deliveryParams.extend({ record: z.coerce.number().int().min(1), variable: z.string().max(60) }),
    response: z.strictObject({ text: z.string() }),
  },
  explainFindings: {
    params: deliveryParams,
    body: z.strictObject({
      fileId: id,
      rule: z.string().max(20),
      /** Ids of findings, or every finding of the check that has no explanation yet. */
      findings: z.union([z.literal('all'), z.array(z.string().max(64)).min(1).max(5000)]),
      reason: explanationReason,
      text: explanationText,
    }),
    response: explained,
  },
  withdrawExplanation: {
    params: deliveryParams,
    body: z.strictObject({ fileId: id, rule: z.string().max(20), finding: z.string().max(64) }),
    response: z.strictObject({ version: z.number().int(), counts }),
  },
  submitDelivery: {
    params: deliveryParams,
    body: z.strictObject({ ...version, sha256: z.string().length(64), confirmed: z.literal(true) }),
    response: receiptView,
  },
  withdrawSubmission: { params: deliveryParams, body: z.strictObject({ ...version }), response: done },
  listRecords: { params: deliveryParams, query: z.strictObject({ ...page, reveal: z.stringbool().default(false) }), response: recordsPage },
} as const;

/** The upload is a stream, not JSON: bytes as body, the name percent-encoded in a header. */
export const uploadResponse = z.strictObject({ deliveryId: id, fileId: id, version: z.number().int() });
