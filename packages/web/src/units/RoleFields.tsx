import type { UnitRole } from '@insamling/contract';
import { unitTexts as texts } from '@insamling/texts';
import { useId } from 'react';

interface RoleFieldsProps {
  readonly role: UnitRole;
  readonly isContact: boolean;
  readonly onRole: (role: UnitRole) => void;
  readonly onContact: (isContact: boolean) => void;
}

const roles = Object.keys(texts.roles) as UnitRole[];

/** What a person may do for a unit, and whether the unit's mail goes to them. */
export function RoleFields({ role, isContact, onRole, onContact }: RoleFieldsProps) {
  const group = useId();
  return (
    <>
      <fieldset className="field">
        <legend>{texts.role}</legend>
        {roles.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={group} checked={role === one} onChange={() => onRole(one)} />
            {texts.roles[one]}
          </label>
        ))}
      </fieldset>
      <label className="choice">
        <input type="checkbox" checked={isContact} onChange={(event) => onContact(event.target.checked)} />
        {texts.isContact}
      </label>
    </>
  );
}
