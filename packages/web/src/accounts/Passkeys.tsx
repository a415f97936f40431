import type { MyFactors, PasskeyView } from '@insamling/contract';
import { dayInShort, dayOf, factorTexts } from '@insamling/texts';
import { useState } from 'react';
import { useAnswer } from '../questions.ts';
import { Answer, canUsePasskeys } from '../shell/index.ts';
import { AddPasskeyDialog } from './AddPasskeyDialog.tsx';
import { RemovePasskeyDialog } from './RemovePasskeyDialog.tsx';
import { RenamePasskeyDialog } from './RenamePasskeyDialog.tsx';

const texts = factorTexts.passkey;

type Open = { readonly is: 'add' } | { readonly is: 'rename' | 'remove'; readonly passkey: PasskeyView };

/** One's passkeys: add, name, remove. The server first wants to know that it is still the same person. */
export function Passkeys() {
  const factors = useAnswer('showMyFactors', {});
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <section aria-labelledby="passkeys">
      <h3 id="passkeys">{texts.title}</h3>
      <p>{texts.what}</p>
      <Answer of={factors} lines={2}>
        {(data) => <List factors={data} onOpen={setOpen} />}
      </Answer>
      {canUsePasskeys() ? (
        <div className="buttons">
          <button type="button" className="button-secondary" onClick={() => setOpen({ is: 'add' })}>
            {texts.add}
          </button>
        </div>
      ) : (
        <p className="muted">{texts.notSupported}</p>
      )}
      {open?.is === 'add' && <AddPasskeyDialog onClose={close} />}
      {open?.is === 'rename' && <RenamePasskeyDialog passkey={open.passkey} onClose={close} />}
      {open?.is === 'remove' && <RemovePasskeyDialog passkey={open.passkey} onClose={close} />}
    </section>
  );
}

function List({ factors, onOpen }: { readonly factors: MyFactors; readonly onOpen: (open: Open) => void }) {
  return (
    <>
      {factors.requiresPasskey && <p>{texts.required}</p>}
      {factors.passkeys.length === 0 && <p>{texts.none}</p>}
      {factors.passkeys.length > 0 && (
        <dl className="facts">
          {factors.passkeys.map((passkey) => (
            <Item key={passkey.id} passkey={passkey} onOpen={onOpen} />
          ))}
        </dl>
      )}
    </>
  );
}

function Item({ passkey, onOpen }: { readonly passkey: PasskeyView; readonly onOpen: (open: Open) => void }) {
  const { name, createdAt, lastUsedAt, isBackedUp } = passkey;
  const used = lastUsedAt === null ? texts.neverUsed : texts.lastUsed(dayInShort(dayOf(lastUsedAt)));
  return (
    <div>
      <dt>{name}</dt>
      <dd className="muted">
        {texts.created(dayInShort(dayOf(createdAt)))}, {used}
        {isBackedUp && `. ${texts.backedUp}.`}
      </dd>
      <dd>
        <button type="button" className="button-quiet" aria-label={texts.renameOf(name)} onClick={() => onOpen({ is: 'rename', passkey })}>
          {texts.rename}
        </button>
        <button type="button" className="button-quiet" aria-label={texts.removeOf(name)} onClick={() => onOpen({ is: 'remove', passkey })}>
          {texts.remove}
        </button>
      </dd>
    </div>
  );
}
