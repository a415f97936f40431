import { dayInWords, shellTexts } from '@insamling/texts';
import { useSyncExternalStore } from 'react';
import { useAnswer } from '../questions.ts';

/** On every page of a test period: what is sent now will be erased. */
export function TestStrip({ unit }: { readonly unit: string | null }) {
  return unit === null ? <CollectingTestStrip /> : <UnitTestStrip unit={unit} />;
}

function UnitTestStrip({ unit }: { readonly unit: string }) {
  const { data } = useAnswer('showUnitPeriods', { unit });
  if (data?.running?.kind !== 'test') return null;
  return <p className="strip strip-test">{shellTexts.testStrip(dayInWords(data.forUnit?.closesOn ?? data.running.closesOn))}</p>;
}

function CollectingTestStrip() {
  const { data } = useAnswer('showOverview', {});
  return data?.period?.kind === 'test' ? <p className="strip strip-test">{shellTexts.testStripWithoutDay}</p> : null;
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
