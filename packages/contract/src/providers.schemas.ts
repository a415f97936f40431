import { z } from 'zod';
import { instant, providerId } from './common.schemas.ts';

export const myProvider = z.strictObject({
  id: providerId,
  name: z.string(),
  /** One may sign in with it now. */
  isOpen: z.boolean(),
  linkedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});

const params = z.strictObject({ provider: providerId });
/** The page to come back to; anything that is none of ours is left out when it comes to it. */
const returnPath = z.string().max(500);
/** Where the browser goes on, on this server. */
const onward = z.strictObject({ to: z.string() });

export const providersSchemas = {
  listMyProviders: { response: z.strictObject({ providers: z.array(myProvider) }) },
  linkProvider: { params, body: z.strictObject({ returnPath }), response: onward },
  unlinkProvider: {
    params,
    response: z.strictObject({
      wasLinked: z.boolean(),
      /** Sessions that are over by it. */
      ended: z.number().int(),
      /** The session that asked was opened through the provider, and is over too. */
      isSignedOut: z.boolean(),
    }),
  },
  stepUpAtProvider: {
    params,
    body: z.strictObject({
      /** As the refusal named it; empty for anything. */
      purpose: z
        .string()
        .max(200)
        .regex(/^[a-zA-Z0-9:-]*$/),
      returnPath,
    }),
    response: onward,
  },
} as const;
