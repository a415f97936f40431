import type { z } from 'zod';
import type { Endpoints } from './endpoint.ts';
import type * as schemas from './privacy.schemas.ts';

export const privacy = {
  showMyData: { method: 'GET', path: '/api/me/data', summary: 'Vad som finns sparat om den inloggade, det senaste av varje slag' },
  exportMyData: { method: 'POST', path: '/api/me/data/export', summary: 'Allt som finns sparat om den inloggade' },
  previewRetention: { method: 'GET', path: '/api/collecting/retention', summary: 'Vad som skulle gallras just nu' },
} as const satisfies Endpoints;

export type MyData = z.infer<typeof schemas.myData>;
