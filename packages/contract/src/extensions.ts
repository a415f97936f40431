import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './extensions.schemas.ts';

export const extensions = {
  listExtensions: { method: 'GET', path: '/api/e/:unit/extensions', summary: 'Enhetens begäran om uppskov' },
  requestExtension: { method: 'POST', path: '/api/e/:unit/extensions', summary: 'Begär uppskov' },
  listWaitingExtensions: { method: 'GET', path: '/api/collecting/extensions', summary: 'Begäran om uppskov som väntar på svar' },
  decideExtension: {
    method: 'POST',
    path: '/api/e/:unit/extensions/:request/decision',
    summary: 'Bevilja eller avslå uppskov',
  },
} as const satisfies Endpoints;

export type ExtensionReason = z.infer<typeof schemas.extensionReason>;
export type ExtensionRequest = z.infer<typeof schemas.extensionRequest>;
export type UnitExtensions = z.infer<typeof schemas.unitExtensions>;
export type WaitingExtension = z.infer<typeof schemas.waitingExtension>;

export const extensionProblems = {
  'extension.date-out-of-range': 422,
  'extension.comment-missing': 422,
  'extension.already-waiting': 409,
  'extension.already-decided': 409,
  'extension.answer-missing': 422,
  'extension.asking-closed': 409,
} as const;
