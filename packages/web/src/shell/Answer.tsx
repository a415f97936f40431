import { problemText, shellTexts } from '@insamling/texts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { NoAnswer, Refusal } from '../client.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { NotFound } from './NotFound.tsx';

interface AnswerProps<Data> {
  readonly of: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton: about as tall as what comes. */
  readonly lines?: number;
  /** Said while waiting, where «Hämtar…» is too little. */
  readonly waiting?: string;
}

/** What a question answered; until then a skeleton, and where it failed what to do. */
export function Answer<Data>({ of, children, lines = 4, waiting = shellTexts.loading }: AnswerProps<Data>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <Failed error={of.error} onRetry={() => void of.refetch()} />;
  return <Waiting lines={lines} text={waiting} />;
}

interface TogetherProps extends Pick<AnswerProps<unknown>, 'lines'> {
  readonly of: readonly Pick<UseQueryResult, 'isPending'>[];
  readonly children: ReactNode;
}

/** Parts of a page that stand above each other, once all of them have been answered or have failed: one by one they would push each other about. */
export function Together({ of, children, lines = 4 }: TogetherProps) {
  return of.some(({ isPending }) => isPending) ? <Waiting lines={lines} text={shellTexts.loading} /> : children;
}

function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  return (
    <div className="notice notice-error" role="alert">
      <p>{whyNotShown(error)}</p>
      <button type="button" className="button-secondary" onClick={onRetry}>
        {shellTexts.tryAgain}
      </button>
    </div>
  );
}

function whyNotShown(error: Error): string {
  if (!(error instanceof Refusal) || error.status < 500) return messageOf(error);
  return error.reference ? shellTexts.loadFailedWith(error.reference) : shellTexts.loadFailed;
}

/** The sentence for an error: the server's own for a refusal, with its number where we are to blame. */
export function messageOf(error: unknown): string {
  if (error instanceof NoAnswer) return shellTexts.noConnection;
  if (!(error instanceof Refusal)) return problemText('service.defect');
  return error.status >= 500 && error.reference ? `${error.message} ${shellTexts.reference(error.reference)}` : error.message;
}

function Waiting({ lines, text }: { readonly lines: number; readonly text: string }) {
  const elapsed = useElapsed([300, 10_000]);
  if (elapsed < 300) return <div className="waiting" aria-busy="true" />;
  return (
    <div className="waiting" aria-busy="true">
      <p role="status" className={elapsed < 10_000 ? 'visually-hidden' : undefined}>
        {elapsed < 10_000 ? text : shellTexts.slow}
      </p>
      <Skeleton lines={lines} />
    </div>
  );
}

/** The latest of the given times (ms since the component appeared) that has passed. */
function useElapsed(times: readonly [number, number]): number {
  const [passed, setPassed] = useState(0);
  const [first, second] = times;
  useEffect(() => {
    const timers = [first, second].map((time) => setTimeout(() => setPassed(time), time));
    return () => timers.forEach(clearTimeout);
  }, [first, second]);
  return passed;
}
