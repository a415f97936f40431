import type { UnitView } from '@insamling/contract';
import { shellTexts, unitTexts as texts } from '@insamling/texts';
import { useState } from 'react';
import { useChange } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { confirm } from '../ui/toasts.ts';

/** The unit's payroll system as a line of facts, with a dialog to change it. */
export function PayrollSystem({ unit }: { readonly unit: UnitView }) {
  const [isChanging, setChanging] = useState(false);
  return (
    <div>
      <dt>{texts.payrollSystem}</dt>
      <dd>{unit.payrollSystem || <span className="muted">{texts.payrollNone}</span>}</dd>
      {unit.may.changeUnit && (
        <dd>
          <button type="button" className="button-quiet" aria-label={texts.changePayrollOf(unit.name)} onClick={() => setChanging(true)}>
            {shellTexts.change}
          </button>
          {isChanging && <ChangeDialog unit={unit} onClose={() => setChanging(false)} />}
        </dd>
      )}
    </div>
  );
}

const other = ':other';

function ChangeDialog({ unit, onClose }: { readonly unit: UnitView; readonly onClose: () => void }) {
  const isListed = unit.payrollSystem === '' || unit.payrollSystems.includes(unit.payrollSystem);
  const [choice, setChoice] = useState(isListed ? unit.payrollSystem : other);
  const [written, setWritten] = useState(isListed ? '' : unit.payrollSystem);
  const change = useChange('changePayrollSystem', ['unit']);
  const save = () =>
    change.mutate(
      { unit: unit.unit, payrollSystem: choice === other ? written : choice },
      {
        onSuccess: () => {
          onClose();
          confirm(texts.payrollSaved);
        },
      },
    );
  return (
    <Dialog title={texts.payrollOf(unit.name)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={texts.payrollSystem} error={change.error ? messageOf(change.error) : undefined}>
          {(control) => (
            <select {...control} value={choice} onChange={(event) => setChoice(event.target.value)}>
              <option value="">{texts.payrollChoose}</option>
              {unit.payrollSystems.map((system) => (
                <option key={system} value={system}>
                  {system}
                </option>
              ))}
              <option value={other}>{texts.payrollOther}</option>
            </select>
          )}
        </Field>
        {choice === other && (
          <Field label={texts.payrollOther}>
            {(control) => <input {...control} maxLength={100} value={written} onChange={(event) => setWritten(event.target.value)} />}
          </Field>
        )}
        <div className="buttons">
          <button type="submit" className="button" disabled={change.isPending}>
            {shellTexts.save}
          </button>
          <button type="button" className="button-secondary" onClick={onClose}>
            {shellTexts.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
