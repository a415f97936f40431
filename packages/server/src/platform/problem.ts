import { problems, type ProblemCode } from '@insamling/contract';

/** A request that cannot be honoured: a refusal with a stable code. Thrown inside an operation; the frame rolls back and answers. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number | null>>;
  readonly status: number;
  /** Seconds for a Retry-After header, where waiting helps. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, details: Readonly<Record<string, string | number | null>> = {}, retryAfter?: number) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
    this.status = problems[code];
    this.retryAfter = retryAfter;
  }
}

export const problem = (code: ProblemCode, details?: Readonly<Record<string, string | number | null>>) => new Problem(code, details);

/** Refuses unless the condition holds. */
export function insist(
  condition: unknown,
  code: ProblemCode,
  details?: Readonly<Record<string, string | number | null>>,
): asserts condition {
  if (!condition) throw new Problem(code, details);
}
