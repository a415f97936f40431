import { messageTexts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { ThreadView } from '../messages/index.ts';
import { paths } from '../paths.ts';

/** One thread with an organisation. */
export function UnitThreadPage() {
  const { unit, thread } = useParams({ from: '/granskning/organisationer/$unit/meddelanden/$thread' });
  return (
    <>
      <p>
        <Link {...paths.unitMessages(unit)}>‹ {messageTexts.back}</Link>
      </p>
      <ThreadView key={thread} isPart unit={unit} thread={thread} checkLink={(rule) => paths.unitCheck(unit, rule)} />
    </>
  );
}
