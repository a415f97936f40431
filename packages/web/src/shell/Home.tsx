import { shellTexts } from '@insamling/texts';
import { Navigate } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useMe } from './me.ts';
import { ownStart } from './own-start.ts';
import { PageTitle } from './PageTitle.tsx';

/** `/`: to where the signed-in person's work begins. */
export function Home() {
  const start = ownStart(useMe());
  if (start.side === 'collecting') return <Navigate {...paths.overview()} replace />;
  if (start.side === 'respondent') return <Navigate {...paths.start(start.unit)} replace />;
  return (
    <>
      <PageTitle title={shellTexts.noUnits} />
      <p>{shellTexts.noUnitsHelp}</p>
    </>
  );
}
