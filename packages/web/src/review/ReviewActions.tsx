import type { DeliveryView } from '@insamling/contract';
import { reviewTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { ActionDialog } from './ActionDialog.tsx';

type Open = 'accept' | 'return' | 'reopen';

/** What the reviewer may do with the delivery now. The server's `may` decides which buttons there are. */
export function ReviewActions({ delivery }: { readonly delivery: DeliveryView }) {
  const [open, setOpen] = useState<Open | null>(null);
  const begin = useChange('beginReview', ['delivery']);
  const accept = useChange('acceptDelivery', ['delivery']);
  const giveBack = useChange('returnDelivery', ['delivery', 'messages']);
  const reopen = useChange('reopenDelivery', ['delivery', 'messages']);
  const { may, unitName } = delivery;
  if (!delivery.id || !(may.review || may.accept || may.return || may.reopen)) return null;

  const request = { unit: delivery.unit, delivery: delivery.id, expectedVersion: delivery.version };
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
          <button type="button" className="button" onClick={() => setOpen('accept')}>
            {texts.accept}
          </button>
        )}
        {mayBegin && (
          <button
            type="button"
            className={may.accept ? 'button-secondary' : 'button'}
            disabled={begin.isPending}
            onClick={() => begin.mutate(request, { onSuccess: () => confirm(texts.begun) })}
          >
            {texts.begin}
          </button>
        )}
        {may.return && (
          <button type="button" className="button-secondary" onClick={() => setOpen('return')}>
            {texts.return}
          </button>
        )}
        {may.reopen && (
          <button type="button" className="button-secondary" onClick={() => setOpen('reopen')}>
            {texts.reopen}
          </button>
        )}
      </div>
      {begin.error && (
        <p className="notice notice-error" role="alert">
          {messageOf(begin.error)}
        </p>
      )}
      {open === 'accept' && (
        <ActionDialog
          title={texts.acceptTitle(unitName)}
          help={texts.acceptHelp}
          action={texts.accept}
          change={accept}
          onClose={close}
          onAct={() => accept.mutate(request, done(texts.accepted(unitName)))}
        />
      )}
      {open === 'return' && (
        <ActionDialog
          title={texts.returnTitle(unitName)}
          help={texts.returnHelp}
          action={texts.return}
          reason={{ label: texts.returnText, missing: texts.returnMissing }}
          change={giveBack}
          onClose={close}
          onAct={(text) => giveBack.mutate({ ...request, text }, done(texts.returned))}
        />
      )}
      {open === 'reopen' && (
        <ActionDialog
          title={texts.reopenTitle(unitName)}
          help={texts.reopenHelp}
          action={texts.reopen}
          reason={{ label: texts.reopenText, missing: texts.reopenMissing }}
          change={reopen}
          onClose={close}
          onAct={(reason) => reopen.mutate({ ...request, reason }, done(texts.reopened))}
        />
      )}
    </>
  );
}

const texts = reviewTexts.unit;
