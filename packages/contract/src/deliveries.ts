import type { z } from 'zod';
import type * as schemas from './deliveries.schemas.ts';
import type { Endpoints } from './endpoint.ts';

export const deliveries = {
  showDelivery: { method: 'GET', path: '/api/e/:unit/delivery', summary: 'Enhetens inlämning i perioden' },
  showLastYear: { method: 'GET', path: '/api/e/:unit/delivery/last-year', summary: 'Vad en fil jämförs med: måtten av förra årets' },
  listChecks: { method: 'GET', path: '/api/e/:unit/deliveries/:delivery/checks', summary: 'Anmärkningar per kontroll' },
  listQuestions: {
    method: 'GET',
    path: '/api/e/:unit/deliveries/:delivery/questions',
    summary: 'Frågor som står i stället för många anmärkningar',
  },
  applyRemedy: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/remedies', summary: 'Rätta en hel kolumn' },
  undoRemedy: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/remedies/undo', summary: 'Ångra rättelsen av en kolumn' },
  explainQuestion: {
    method: 'POST',
    path: '/api/e/:unit/deliveries/:delivery/questions/explanations',
    summary: 'Kommentera alla anmärkningar som en fråga står för',
  },
  listFindings: {
    method: 'GET',
    path: '/api/e/:unit/deliveries/:delivery/checks/:rule/findings',
    summary: 'En kontrolls anmärkningar med sina celler',
  },
  listProposals: {
    method: 'GET',
    path: '/api/e/:unit/deliveries/:delivery/checks/:rule/records/:record/proposals',
    summary: 'Förslag på rättelse av en anmärkning',
  },
  applyProposal: {
    method: 'POST',
    path: '/api/e/:unit/deliveries/:delivery/checks/:rule/records/:record/proposals',
    summary: 'Rätta som ett förslag säger',
  },
  correctCell: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/corrections', summary: 'Rätta en cell' },
  undoCorrection: {
    method: 'POST',
    path: '/api/e/:unit/deliveries/:delivery/corrections/:correction/undo',
    summary: 'Ångra en rättelse',
  },
  listCorrections: { method: 'GET', path: '/api/e/:unit/deliveries/:delivery/corrections', summary: 'Rättelserna i ordning' },
  explainFindings: {
    method: 'POST',
    path: '/api/e/:unit/deliveries/:delivery/explanations',
    summary: 'Kommentera anmärkningar',
  },
  withdrawExplanation: {
    method: 'POST',
    path: '/api/e/:unit/deliveries/:delivery/explanations/withdraw',
    summary: 'Ta bort en kommentar',
  },
  submitDelivery: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/submit', summary: 'Lämna in' },
  withdrawSubmission: { method: 'POST', path: '/api/e/:unit/deliveries/:delivery/withdraw', summary: 'Ta tillbaka inlämningen' },
  showCell: {
    method: 'GET',
    path: '/api/e/:unit/deliveries/:delivery/records/:record/cells/:variable',
    summary: 'En cell som den är, utan mask',
  },
  listRecords: { method: 'GET', path: '/api/e/:unit/deliveries/:delivery/records', summary: 'Posterna, rad för rad' },
} as const satisfies Endpoints;

/** The streams beside the JSON questions. */
export const uploadPath = (unit: string) => `/api/e/${unit}/delivery/file`;
export const filePath = (unit: string, delivery: string, file: string) => `/api/e/${unit}/deliveries/${delivery}/files/${file}`;
/** As JSON the log that `insamling` takes beside the file, as CSV what is to be put right where the file came from. */
export type CorrectionsForm = 'csv' | 'json';
export const correctionsPath = (unit: string, delivery: string, file: string, form: CorrectionsForm) =>
  `${filePath(unit, delivery, file)}/corrections.${form}`;
/** The findings of a delivery's current file as CSV, at most so many. */
export const findingsPath = (unit: string, delivery: string) => `/api/e/${unit}/deliveries/${delivery}/findings.csv`;
export const mostFetchedFindings = 50_000;
/** Receipt page, HTML from the server. */
export const receiptPath = (unit: string, number: string) => `/e/${unit}/kvittens/${number}`;
/** What the receipt vouches for, as JSON: for `insamling receipt verify`. */
export const receiptProofPath = (unit: string, number: string) => `${receiptPath(unit, number)}/kontrollsumma.json`;
/** Headers of an upload: percent-encoded file name, and a UUID that makes a repeated upload the same upload. */
export const uploadHeaders = { name: 'x-file-name', requestId: 'idempotency-key' } as const;

export type DeliveryState = z.infer<typeof schemas.deliveryState>;
export type LastYearView = z.infer<typeof schemas.lastYearView>;
export type DeliveryFile = z.infer<typeof schemas.deliveryFile>;
export type DeliveryView = z.infer<typeof schemas.deliveryView>;
export type DeliveryStep = z.infer<typeof schemas.deliveryStep>;
export type Counts = z.infer<typeof schemas.counts>;
export type ReceiptView = z.infer<typeof schemas.receiptView>;
export type CheckView = z.infer<typeof schemas.checkView>;
export type CheckList = z.infer<typeof schemas.checkList>;
export type QuestionView = z.infer<typeof schemas.questionView>;
export type TogetherView = z.infer<typeof schemas.togetherView>;
export type ProposalView = z.infer<typeof schemas.proposalView>;
export type FieldRemedyView = z.infer<typeof schemas.fieldRemedyView>;
export type RemedyView = z.infer<typeof schemas.remedyView>;
export type FindingView = z.infer<typeof schemas.findingView>;
export type FindingList = z.infer<typeof schemas.findingList>;
export type CellView = z.infer<typeof schemas.cellView>;
export type ExplanationView = z.infer<typeof schemas.explanationView>;
export type CorrectionView = z.infer<typeof schemas.correctionView>;
export type CorrectionEffectView = z.infer<typeof schemas.correctionEffect>;
export type RecordsPage = z.infer<typeof schemas.recordsPage>;
export type UploadResponse = z.infer<typeof schemas.uploadResponse>;

export const deliveryProblems = {
  'delivery.not-allowed': 403,
  'delivery.wrong-state': 409,
  'delivery.changed-meanwhile': 409,
  'delivery.cell-changed-meanwhile': 409,
  'delivery.file-replaced': 409,
  'delivery.cell-unknown': 422,
  'delivery.cannot-correct': 409,
  'delivery.has-errors': 409,
  'delivery.has-warnings': 409,
  'delivery.still-checking': 409,
  'delivery.no-findings': 409,
  'delivery.already-undone': 409,
  'delivery.question-gone': 409,
  'delivery.choice-invalid': 422,
  'delivery.file-empty': 422,
  'delivery.file-too-large': 413,
  'delivery.file-name-invalid': 422,
  'delivery.upload-cut': 400,
} as const;
