import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './providers.schemas.ts';

export const providers = {
  listMyProviders: { method: 'GET', path: '/api/me/providers', summary: 'Inloggningssätt som är eller kan kopplas till det egna kontot' },
  linkProvider: {
    method: 'POST',
    path: '/api/me/providers/:provider/link',
    summary: 'Börja koppla ett inloggningssätt till det egna kontot',
  },
  unlinkProvider: { method: 'DELETE', path: '/api/me/providers/:provider', summary: 'Ta bort ett inloggningssätt från det egna kontot' },
  stepUpAtProvider: {
    method: 'POST',
    path: '/api/me/providers/:provider/step-up',
    summary: 'Börja visa hos en leverantör att det är du',
  },
} as const satisfies Endpoints;

export type MyProvider = z.infer<typeof schemas.myProvider>;

export const providerProblems = {
  'account.provider-not-open': 409,
  'unit.provider-unknown': 422,
} as const;
