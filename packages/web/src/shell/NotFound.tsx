import { shellTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { PageTitle } from './PageTitle.tsx';

/** An address that leads nowhere, or to a unit the person knows nothing of: the same page, so that nothing is given away. */
export function NotFound() {
  return (
    <>
      <PageTitle title={shellTexts.notFoundTitle} />
      <p>{shellTexts.notFoundHelp}</p>
      <p>
        <Link {...paths.home()}>{shellTexts.toStart}</Link>
      </p>
    </>
  );
}
