import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../questions.ts';
import { Answer, useMe } from '../shell/index.ts';
import { UnitPeople } from '../units/index.ts';
import { SignInCard } from './SignInCard.tsx';

/** Who acts for the organisation and how they sign in; a person may be invited from here. */
export function UnitPeoplePage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  const view = useAnswer('showUnit', { unit });
  const { collectingRole } = useMe();
  const mayDecide = collectingRole === 'collectionManager' || collectingRole === 'administrator';
  return (
    <>
      <Answer of={view}>{(data) => <UnitPeople unit={data} />}</Answer>
      {mayDecide && <SignInCard unit={unit} />}
    </>
  );
}
