import { collectingOperation } from '../../platform/operation.ts';
import { previewRetention as preview } from './preview-retention.ts';

/** What would be erased now, for administrators. */
export const previewRetention = collectingOperation('previewRetention', 'administrator', {
  run: async ({ db, services }) => [...(await preview(db, services))],
});
