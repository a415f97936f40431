import { dayInWords, shellTexts } from '@insamling/texts';
import { useSyncExternalStore } from 'react';
import { useAnswer } from '../questions.ts';
import { useMe } from './me.ts';

/** On every page of a test period: what is sent now will be erased. It is there with the frame, so that nothing moves when it comes. */
export function TestStrip({ isCollecting }: { readonly isCollecting: boolean }) {
  const { testClosesOn } = useMe();
  if (testClosesOn === null) return null;
  return (
    <p className="strip strip-test">{isCollecting ? shellTexts.testStripWithoutDay : shellTexts.testStrip(dayInWords(testClosesOn))}</p>
  );
}

/** When the unit's period has closed: everything can be read, nothing changed. */
export function ClosedBanner({ unit }: { readonly unit: string }) {
  const { data } = useAnswer('showDelivery', { unit });
  if (!data?.period || data.period.isOpen) return null;
  return <p className="notice notice-warning">{shellTexts.closedBanner(dayInWords(data.period.closesOn))}</p>;
}

/** While the network is gone: nothing is lost as long as the page stays. */
export function OfflineStrip() {
  const isOnline = useSyncExternalStore(onConnection, () => navigator.onLine);
  return <div role="status">{!isOnline && <p className="strip strip-offline">{shellTexts.offline}</p>}</div>;
}

function onConnection(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
