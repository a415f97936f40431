import { securityTexts as texts } from '@insamling/texts';
import { MyProviders } from './MyProviders.tsx';
import { MySessions } from './MySessions.tsx';
import { Passkeys } from './Passkeys.tsx';
import { PasswordAndApp } from './PasswordAndApp.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

/** How one gets in, and what one can do about it. Each part is a component of its own. */
export function SecurityCard() {
  return (
    <section className="card" aria-labelledby="sakerhet">
      <h2 id="sakerhet">{texts.title}</h2>
      <p>{texts.how}</p>
      <PasswordAndApp />
      <Passkeys />
      <RecoveryCodes />
      <MyProviders />
      <MySessions />
    </section>
  );
}
