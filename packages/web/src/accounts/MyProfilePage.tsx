import { unitTexts } from '@insamling/texts';
import { PageTitle, useMe } from '../shell/index.ts';
import { MyData } from './MyData.tsx';
import { RetentionCard } from './RetentionCard.tsx';
import { SecurityCard } from './SecurityCard.tsx';
import { YourDetails } from './YourDetails.tsx';

/** Profil on the collecting side, where one has no units of one's own. */
export function MyProfilePage() {
  const { collectingRole } = useMe();
  return (
    <>
      <PageTitle title={unitTexts.you} />
      <YourDetails isPage />
      <SecurityCard />
      <MyData />
      {collectingRole === 'administrator' && <RetentionCard />}
    </>
  );
}
