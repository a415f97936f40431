import { deliveryTexts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { confirm } from '../ui/toasts.ts';
import { ExplainForm } from './ExplainForm.tsx';

interface ExplainAllProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly rule: string;
  /** Findings of the check that have no comment yet. */
  readonly count: number;
  /** Words of the button, where it answers a question. */
  readonly label?: string;
}

/** One comment on every finding of the check that has none. */
export function ExplainAll({ place, rule, count, label }: ExplainAllProps) {
  const [isOpen, setOpen] = useState(false);
  const explain = useChange('explainFindings', ['delivery']);
  return (
    <>
      <button type="button" className="button-secondary" onClick={() => setOpen(true)}>
        {label ?? texts.commentAll}
      </button>
      {isOpen && (
        <Dialog title={texts.commentAllTitle(count)} onClose={() => setOpen(false)}>
          <p>{texts.commentAllHelp}</p>
          <ExplainForm
            saveLabel={texts.saveAll(count)}
            isSaving={explain.isPending}
            error={explain.error && messageOf(explain.error)}
            onCancel={() => setOpen(false)}
            onSave={(reason, text) =>
              explain.mutate(
                { ...place, rule, findings: 'all', reason, text },
                {
                  onSuccess: ({ explained }) => {
                    setOpen(false);
                    confirm(texts.done(explained));
                  },
                },
              )
            }
          />
        </Dialog>
      )}
    </>
  );
}

const texts = deliveryTexts.explain;
