import type { DeliveryView } from '@insamling/contract';
import { reviewTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { ActionDialog } from './ActionDialog.tsx';

type Step = 'accept' | 'return' | 'reopen';

/** The delivery as it stood when a dialog was opened: what is decided there is decided on that. */
interface Seen {
  readonly unit: string;
  readonly delivery: string;
  readonly expectedVersion: number;
}

/**
 * What the reviewer may do with the delivery now. The server's `may` decides which buttons there are. A dialog stays open when a
 * colleague acts meanwhile, for the sake of what is written in it: the server then says no.
 */
export function ReviewActions({ delivery }: { readonly delivery: DeliveryView }) {
  const beginReview = useChange('beginReview', ['delivery']);
  const accept = useChange('acceptDelivery', ['delivery']);
  const giveBack = useChange('returnDelivery', ['delivery', 'messages']);
  const reopen = useChange('reopenDelivery', ['delivery', 'messages']);
  const [open, setOpen] = useState<{ readonly step: Step; readonly seen: Seen } | null>(null);
  const { may, unitName } = delivery;
  if (!delivery.id || !(open || may.review || may.accept || may.return || may.reopen)) return null;

  const now: Seen = { unit: delivery.unit, delivery: delivery.id, expectedVersion: delivery.version };
  const begin = (step: Step) => {
    for (const change of [accept, giveBack, reopen]) change.reset();
    setOpen({ step, seen: now });
  };
  const close = () => setOpen(null);
  const done = (text: string) => ({
    onSuccess: () => {
      close();
      confirm(text);
    },
  });
  const mayBegin = may.review && delivery.state === 'submitted';
  return (
    <>
      <div className="buttons">
        {may.accept && (
          <button type="button" className="button" onClick={() => begin('accept')}>
            {texts.accept}
          </button>
        )}
        {mayBegin && (
          <button
            type="button"
            className={may.accept ? 'button-secondary' : 'button'}
            disabled={beginReview.isPending}
            onClick={() => beginReview.mutate(now, { onSuccess: () => confirm(texts.begun) })}
          >
            {texts.begin}
          </button>
        )}
        {may.return && (
          <button type="button" className="button-secondary" onClick={() => begin('return')}>
            {texts.return}
          </button>
        )}
        {may.reopen && (
          <button type="button" className="button-secondary" onClick={() => begin('reopen')}>
            {texts.reopen}
          </button>
        )}
      </div>
      {beginReview.error && (
        <p className="notice notice-error" role="alert">
          {messageOf(beginReview.error)}
        </p>
      )}
      {open?.step === 'accept' && (
        <ActionDialog
          title={texts.acceptTitle(unitName)}
          help={texts.acceptHelp}
          action={texts.accept}
          change={accept}
          onClose={close}
          onAct={() => accept.mutate(open.seen, done(texts.accepted(unitName)))}
        />
      )}
      {open?.step === 'return' && (
        <ActionDialog
          title={texts.returnTitle(unitName)}
          help={texts.returnHelp}
          action={texts.return}
          reason={{ label: texts.returnText, missing: texts.returnMissing }}
          change={giveBack}
          onClose={close}
          onAct={(text) => giveBack.mutate({ ...open.seen, text }, done(texts.returned))}
        />
      )}
      {open?.step === 'reopen' && (
        <ActionDialog
          title={texts.reopenTitle(unitName)}
          help={texts.reopenHelp}
          action={texts.reopen}
          reason={{ label: texts.reopenText, missing: texts.reopenMissing }}
          change={reopen}
          onClose={close}
          onAct={(reason) => reopen.mutate({ ...open.seen, reason }, done(texts.reopened))}
        />
      )}
    </>
  );
}

const texts = reviewTexts.unit;
