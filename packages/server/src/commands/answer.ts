/** What a command of the operator answers with, and its exit code. */
export interface Answer {
  readonly line: string;
  readonly exit: 0 | 1 | 2;
}
