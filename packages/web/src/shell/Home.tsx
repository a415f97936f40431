import { shellTexts } from '@insamling/texts';
import { Navigate } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useMe } from './me.ts';
import { ownStart } from './own-start.ts';
import { PageTitle } from './PageTitle.tsx';

/** `/`: to where the signed-in person's work begins. */
export function Home() {
  const me = useMe();
  const start = ownStart(me);
  if (start.side === 'collecting') return <Navigate {...paths.overview()} replace />;
  if (start.side === 'respondent') return <Navigate {...paths.start(start.unit)} replace />;
  const [title, help] = me.awaitsAdministrator
    ? [shellTexts.awaitsAdministrator, shellTexts.awaitsAdministratorHelp]
    : [shellTexts.noUnits, shellTexts.noUnitsHelp];
  return (
    <>
      <PageTitle title={title} />
      <p>{help}</p>
    </>
  );
}
