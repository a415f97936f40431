/** The door of the survey package: everything other packages may use. Pure: no clock, no network, no storage. */
export type { Variable, VariableForm, Requirement } from './definition/variable.ts';
export type { Code, CodeList } from './definition/code-list.ts';
export type { Aggregates } from './definition/aggregate.ts';
export type { DeliveringUnit, DeliveryFacts, LastYear, ProcessFacts, UnitKind } from './definition/unit.ts';
export type { Rule, RuleIdentity, RuleTexts, Scope } from './definition/rule.ts';
export type { Finding, Severity } from './findings/finding.ts';
export type { FindingSummary, RuleCount } from './findings/summary.ts';
export type { CellAddress, CorrectionEffect } from './correction/correction.ts';
export type { Edition } from './definition/survey-definition.ts';
export type { Mechanism } from './remedy/mechanism.ts';
export { leftPercent, type RuleEffect } from './remedy/effects.ts';
export type { CellChange, FieldRemedy, Localisation, Proposal, Remedies, RemedySet, SystematicFinding } from './remedy/remedy.ts';
export type { ColumnRemedy, SystematicCause } from './definition/systematic.ts';
export { openDelivery } from './open-delivery.ts';
export type { FileFacts, FindingFilter, OpenedDelivery } from './open-delivery.ts';
export { receiptOf } from './receipt/receipt-of.ts';
export { compareReceipts, readReceipt, type ReceiptDifference } from './receipt/compare-receipts.ts';
export type { Receipt, ReceiptInputs } from './receipt/receipt.ts';
