import type { CellView, CorrectionEffectView, DeliveryView } from '@insamling/contract';
import { timeOf } from '@insamling/texts';
import { useState } from 'react';
import { ask, NoAnswer, Refusal } from '../client.ts';
import { askAgain, memory, questionOf } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { holdWindow } from '../ui/hold-window.ts';

/** How a cell's new value stands. */
export type CellState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'trying-again' }
  | { readonly is: 'saved'; readonly at: string; readonly text: string }
  | { readonly is: 'conflict'; readonly by: string | null; readonly at: string | null; readonly theirs: string; readonly mine: string }
  | { readonly is: 'refused'; readonly message: string };

export interface CellPlace {
  readonly unit: string;
  readonly delivery: string;
  readonly fileId: string;
  readonly record: number;
}

/** `overTheirs`: the value was written over a colleague's, so what this page knew of the cell was old. */
export type OnEffect = (effect: CorrectionEffectView, overTheirs: boolean) => void;

/**
 * Saves a cell's new value by itself. While there is no connection it tries again with the same request, which the server
 * writes once only. Somebody else's value in the cell is a conflict that the user decides.
 */
export function useCorrectCell(place: CellPlace, cell: CellView, onEffect: OnEffect) {
  const [state, setState] = useState<CellState>({ is: 'untouched' });
  const [written, setWritten] = useState<{ readonly text: string; readonly isMasked: boolean; readonly over: string } | null>(null);
  // What was written here holds until the list has been asked for again.
  const seen = written?.over === cell.text ? written : { text: cell.text, isMasked: cell.isMasked };

  async function save(text: string, theirs?: string) {
    const seenText = theirs ?? (cell.isMasked ? null : seen.text);
    const request = { ...place, variable: cell.variable, text, seenText, requestId: crypto.randomUUID() };
    const letGo = holdWindow();
    setState({ is: 'saving' });
    try {
      const effect = await untilAnswered(
        () => ask('correctCell', request),
        () => setState({ is: 'trying-again' }),
      );
      setState({ is: 'saved', at: timeOf(new Date().toISOString()), text: effect.after });
      setWritten({ text: effect.after, isMasked: effect.isMasked, over: cell.text });
      showCounts(place, effect);
      onEffect(effect, theirs !== undefined);
    } catch (error) {
      setState(refusedState(error, text));
    } finally {
      letGo();
    }
  }

  return { state, seen, save, leave: () => setState({ is: 'untouched' }) };
}

/** Asks until somebody answers, also after the user has gone to another page: what was typed is not lost. */
async function untilAnswered<Answer>(askOnce: () => Promise<Answer>, onWaiting: () => void): Promise<Answer> {
  for (;;) {
    try {
      return await askOnce();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      onWaiting();
      await connectionOr(3_000);
    }
  }
}

/** Takes a correction back, once. */
export async function undoCorrection(place: CellPlace, correction: number): Promise<CorrectionEffectView> {
  const { unit, delivery } = place;
  const effect = await ask('undoCorrection', { unit, delivery, correction, requestId: crypto.randomUUID() });
  showCounts(place, effect);
  return effect;
}

/** The answer's counts at once in every place that shows them; the rest is asked for again. */
function showCounts({ unit }: CellPlace, { counts, version }: CorrectionEffectView): void {
  memory.setQueryData(
    questionOf('showDelivery', { unit }).queryKey,
    (known: DeliveryView | undefined) => known && { ...known, counts, version },
  );
  void askAgain({ topic: 'delivery', unit });
}

function refusedState(error: unknown, mine: string): CellState {
  if (error instanceof Refusal && error.code === 'delivery.cell-changed-meanwhile') {
    const { by, at, text } = error.details;
    return {
      is: 'conflict',
      by: typeof by === 'string' ? by : null,
      at: typeof at === 'string' ? timeOf(at) : null,
      theirs: typeof text === 'string' ? text : '',
      mine,
    };
  }
  return { is: 'refused', message: messageOf(error) };
}

/** Resolves when the network is back, or after a while. */
const connectionOr = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener('online', go);
  });
