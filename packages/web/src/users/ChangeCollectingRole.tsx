import type { CollectingRole, UserView } from '@insamling/contract';
import { userTexts as texts } from '@insamling/texts';
import { useId, useState } from 'react';
import { useChange } from '../questions.ts';
import { FormDialog } from '../shell/index.ts';
import { confirm } from '../ui/toasts.ts';
import { NeedsSecond } from './NeedsSecond.tsx';
import { collectingRoleWords, nameOf } from './user-words.ts';

/** Gives, changes or takes away a role on the collecting side; only roles that one may give are offered. */
export function ChangeCollectingRole({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const [role, setRole] = useState<CollectingRole | null>(user.collectingRole);
  const group = useId();
  const change = useChange('changeCollectingRole', ['access']);
  const save = () => {
    if (role === user.collectingRole) return onClose();
    change.mutate(
      { accountId: user.accountId, role },
      {
        onSuccess: ({ outcome }) => {
          onClose();
          confirm(outcome === 'waiting' ? texts.administratorAsked : texts.roleDone);
        },
      },
    );
  };
  return (
    <FormDialog title={texts.changeRoleTitle(nameOf(user))} help={[texts.changeRoleHelp]} change={change} onAct={save} onClose={onClose}>
      <fieldset className="field">
        <legend>{texts.role}</legend>
        {[null, ...user.may.roles].map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={group} checked={role === one} onChange={() => setRole(one)} />
            {one === null ? texts.withoutRole : collectingRoleWords(one)}
          </label>
        ))}
      </fieldset>
      <NeedsSecond isShown={role === 'administrator' && user.collectingRole !== 'administrator'} />
    </FormDialog>
  );
}
