import { shellTexts } from '@insamling/texts';
import { useEffect, useState } from 'react';
import { answeredAt, goToSignIn } from '../client.ts';
import { serverPaths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useMe } from './me.ts';
import { sessionEnd, warningTime } from './session-end.ts';

/** Asks «Är du kvar?» five minutes before the session ends, and leaves for the sign-in page when it has ended. */
export function SessionDialog() {
  const me = useMe();
  const session = useAnswer('whoAmI', {});
  const [minutesLeft, setMinutesLeft] = useState<number | null>(null);

  useEffect(() => {
    const look = () => {
      const end = sessionEnd({
        endsAt: Date.parse(me.session.endsAt),
        toldAt: session.dataUpdatedAt,
        idleMinutes: me.session.idleMinutes,
        answeredAt: answeredAt(),
      });
      const left = end - Date.now();
      if (left <= 0) goToSignIn();
      setMinutesLeft(left < warningTime ? Math.ceil(left / 60_000) : null);
    };
    look();
    const timer = setInterval(look, 10_000);
    return () => clearInterval(timer);
  }, [me, session.dataUpdatedAt]);

  if (minutesLeft === null) return null;
  const stay = async () => {
    await session.refetch();
    setMinutesLeft(null);
  };
  return (
    <Dialog title={shellTexts.stillThere} onClose={() => void stay()}>
      <p role="timer">{shellTexts.stillThereHelp(minutesLeft)}</p>
      <form method="post" action={serverPaths.signOut} className="buttons">
        <button type="button" className="button" onClick={() => void stay()}>
          {shellTexts.stay}
        </button>
        <button type="submit" className="button-secondary">
          {shellTexts.signOut}
        </button>
      </form>
    </Dialog>
  );
}
