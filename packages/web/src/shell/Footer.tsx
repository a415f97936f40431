import { shellTexts } from '@insamling/texts';
import { serverPaths } from '../paths.ts';
import { useMe } from './me.ts';

/** Links to the server's own pages, which need neither script nor sign-in. */
export function Footer() {
  const { service } = useMe();
  return (
    <footer className="footer app-footer">
      <nav aria-label={shellTexts.footer}>
        <ul>
          <li>
            <a href={serverPaths.contact}>{shellTexts.contact}</a>
          </li>
          <li>
            <a href={serverPaths.help}>{shellTexts.help}</a>
          </li>
          <li>
            <a href={serverPaths.personalData}>{shellTexts.personalData}</a>
          </li>
          <li>
            <a href={serverPaths.accessibility}>{shellTexts.accessibility}</a>
          </li>
        </ul>
      </nav>
      <p>{service.organisation}</p>
    </footer>
  );
}
