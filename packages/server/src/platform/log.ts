import { pino, type Logger } from 'pino';
import type { Config } from '../config.ts';

/** JSON lines. Whatever could hold a secret or a person is cut out, should it ever be handed to the log. */
export const openLog = (config: Pick<Config, 'logLevel'>, destination?: { write(line: string): void }): Logger =>
  pino(
    {
      level: config.logLevel,
      base: { process: process.pid },
      redact: {
        paths: [
          ...['cookie', 'authorization', 'password', 'token', 'secret', 'email', 'name', 'text', 'to', 'body', 'headers'].flatMap(
            (field) => [`*.${field}`, `req.headers.${field}`],
          ),
          'req.headers',
          'err.detail',
          'error.detail',
        ],
        censor: '[borttaget]',
      },
    },
    destination ?? pino.destination(1),
  );
