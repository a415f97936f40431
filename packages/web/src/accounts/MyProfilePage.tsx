import { unitTexts } from '@insamling/texts';
import { PageTitle } from '../shell/index.ts';
import { SecurityCard } from './SecurityCard.tsx';
import { YourDetails } from './YourDetails.tsx';

/** Profil on the collecting side, where one has no units of one's own. */
export function MyProfilePage() {
  return (
    <>
      <PageTitle title={unitTexts.you} />
      <YourDetails isPage />
      <SecurityCard />
    </>
  );
}
