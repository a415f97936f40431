/** The door of deliveries: upload, findings, corrections, explanations, submission, receipt. */
import type { Services } from '../context.ts';
import type { Page, StreamRoute } from '../platform/http/index.ts';
import type { Operation } from '../platform/operation.ts';
import { applyProposal } from './apply-proposal.ts';
import { applyRemedy } from './apply-remedy.ts';
import { correctCell } from './correct-cell.ts';
import { downloadCorrections } from './download-corrections.ts';
import { downloadFile } from './download-file.ts';
import { downloadFindings } from './download-findings.ts';
import { explainFindings } from './explain-findings.ts';
import { explainQuestion } from './explain-question.ts';
import { listChecks } from './list-checks.ts';
import { listCorrections } from './list-corrections.ts';
import { listFindings } from './list-findings.ts';
import { listProposals } from './list-proposals.ts';
import { listQuestions } from './list-questions.ts';
import { listRecords } from './list-records.ts';
import { exampleFile, recordLayout } from './record-layout.ts';
import { recordLayoutPages } from './record-layout.page.ts';
import { receiptPage, receiptProof } from './receipt.page.ts';
import { showCell } from './show-cell.ts';
import { showDelivery } from './show-delivery.ts';
import { showLastYear } from './show-last-year.ts';
import { submitDelivery, withdrawSubmission } from './submit-delivery.ts';
import { undoCorrection } from './undo-correction.ts';
import { undoRemedy } from './undo-remedy.ts';
import { uploadFile } from './upload-file.ts';
import { withdrawExplanation } from './withdraw-explanation.ts';

export const deliveryOperations: Operation[] = [
  showDelivery,
  showLastYear,
  listChecks,
  listQuestions,
  applyRemedy,
  undoRemedy,
  explainQuestion,
  listProposals,
  applyProposal,
  listFindings,
  correctCell,
  undoCorrection,
  listCorrections,
  explainFindings,
  withdrawExplanation,
  submitDelivery,
  withdrawSubmission,
  listRecords,
  showCell,
];
export const deliveryStreams: StreamRoute[] = [uploadFile, downloadFile, ...downloadCorrections, downloadFindings];
export const deliveryPages = (services: Services): Page[] => [
  receiptPage(services),
  receiptProof(services),
  ...recordLayoutPages(services, recordLayout, exampleFile),
];

export { addAcceptedDelivery } from './add-accepted-delivery.ts';
export { checkDelivery } from './check-delivery.ts';
export { closeDesks } from './engine/threads.ts';
export { eraseDeliveriesOf, removeOrphanedFiles } from './erase-deliveries.ts';
export { uploadSlots } from './upload-slot.ts';
export { currentDeliveryOf } from './find-delivery.ts';
export { recountDelivery, recountYearAfter } from './recount-delivery.ts';
export { deliveriesInPeriod, deliveryRows } from './reader.ts';
export type { DeliveryRow } from './reader.ts';
export { renameExplanations } from './rename-explanations.ts';
export { deliverySealedColumns } from './sealed-columns.ts';
export { explanationsBy } from './explanations-by.ts';
export { stepDelivery } from './step-delivery.ts';
export type { Step } from './step-delivery.ts';
export { variableName } from './view.ts';
