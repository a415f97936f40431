import { useParams } from '@tanstack/react-router';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';
import { UnitPeople } from '../units/index.ts';

/** Who acts for the organisation; a person may be invited from here. */
export function UnitPeoplePage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  const view = useAnswer('showUnit', { unit });
  return <Answer of={view}>{(data) => <UnitPeople unit={data} />}</Answer>;
}
