/** The door of privacy: what is kept about people, for how long, and what they themselves may see of it. */
import type { Operation } from '../platform/operation.ts';
import { previewRetention as showPreview } from './retention/show-preview.ts';
import { exportMyData, showMyData } from './show-my-data.ts';

export const privacyOperations: Operation[] = [showMyData, exportMyData, showPreview];

export { applyRetention } from './retention/apply-retention.ts';
export { previewRetention } from './retention/preview-retention.ts';
