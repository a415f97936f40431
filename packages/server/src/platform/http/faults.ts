import { ZodError } from 'zod';
import { isDatabaseAway } from '../db/index.ts';
import { Problem } from '../problem.ts';

/** What is told of anything that was thrown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof ZodError) return new Problem('request.invalid', { field: thrown.issues[0]?.path.join('.') ?? '' });
  if (isDatabaseAway(thrown)) return new Problem('service.unavailable', {}, 5);
  const code = (thrown as { code?: string }).code ?? '';
  // A text with a NUL in it: JSON and forms may hold one, PostgreSQL never.
  if (code === '22021' || code === '22P05') return new Problem('request.invalid');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('request.too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('request.unsupported-media-type');
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return new Problem('request.not-found');
  if (code.startsWith('FST_ERR_CTP') || (thrown as { statusCode?: number }).statusCode === 400) return new Problem('request.invalid');
  return new Problem('service.defect');
}

/** For the log: what went wrong and where in our code, without the values that PostgreSQL likes to quote in `detail`. */
export function describe(thrown: unknown): Record<string, unknown> {
  const error = thrown instanceof Error ? thrown : new Error('something that is not an error was thrown');
  const { code, constraint, table, column } = error as Error & Record<string, unknown>;
  const message = code ? `database error ${String(code)}` : error.message;
  return {
    name: error.name,
    message,
    code,
    constraint,
    table,
    column,
    at: error.stack
      ?.split('\n')
      .slice(1, 8)
      .map((line) => line.trim()),
  };
}
