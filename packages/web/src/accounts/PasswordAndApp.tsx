import { factorTexts as texts } from '@insamling/texts';
import { serverPaths } from '../paths.ts';

/** The two things everybody signs in with; both are changed on pages of the server. */
export function PasswordAndApp() {
  return (
    <div className="buttons">
      <a className="button-secondary" href={serverPaths.changePassword()}>
        {texts.changePassword.title}
      </a>
      <a className="button-secondary" href={serverPaths.changeApp()}>
        {texts.changeApp.title}
      </a>
    </div>
  );
}
