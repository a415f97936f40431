import { endpoints, type EndpointName, type LiveTopic } from '@insamling/contract';
import { afterEach, expect, test } from 'vitest';
import { askAgain, memory, questionOf, touchedBy } from './questions.ts';

afterEach(() => memory.clear());

const isStale = (key: readonly unknown[]) => memory.getQueryState(key)?.isInvalidated;

test('a message to a unit makes the threads of that unit be asked for again, and no other', async () => {
  const [ours, theirs, dates] = [
    questionOf('listThreads', { unit: '0488' }),
    questionOf('listThreads', { unit: '1480' }),
    questionOf('showUnitPeriods', { unit: '0488' }),
  ];
  memory.setQueryData(ours.queryKey, []);
  memory.setQueryData(theirs.queryKey, []);
  memory.setQueryData(dates.queryKey as readonly unknown[], {});
  await askAgain({ topic: 'messages', unit: '0488' });
  expect([isStale(ours.queryKey), isStale(theirs.queryKey), isStale(dates.queryKey)]).toEqual([true, false, false]);
});

test("a message to one unit also touches the collecting side's list of all threads", async () => {
  const all = questionOf('listAllThreads', {});
  memory.setQueryData(all.queryKey, []);
  await askAgain({ topic: 'messages', unit: '0488' });
  expect(isStale(all.queryKey)).toBe(true);
});

/** Told as of a moment; a log that was read again by itself would be a log of its own reading. */
const asOfAMoment: readonly EndpointName[] = ['showCell', 'listEvents', 'listEventFilters', 'showMyData', 'previewRetention'];

test('every question a page shows is asked again after some event', () => {
  const shown = (Object.keys(endpoints) as EndpointName[]).filter((name) => endpoints[name].method === 'GET');
  const touched = new Set<string>((Object.keys(touchedBy) as LiveTopic[]).flatMap((topic) => touchedBy[topic]));
  expect(shown.filter((name) => !touched.has(name))).toEqual(asOfAMoment);
});
