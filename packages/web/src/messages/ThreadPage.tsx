import { messageTexts as texts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { ThreadView } from './ThreadView.tsx';

/** One thread, on the respondent's side. */
export function ThreadPage() {
  const { unit, thread } = useParams({ from: '/e/$unit/meddelanden/$thread' });
  return (
    <>
      <p>
        <Link {...paths.messages(unit)}>‹ {texts.back}</Link>
      </p>
      <ThreadView key={thread} unit={unit} thread={thread} checkLink={(rule) => paths.check(unit, rule)} />
    </>
  );
}
