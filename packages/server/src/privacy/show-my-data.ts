import { personalOperation } from '../platform/operation.ts';
import { myData } from './my-data.ts';

/** Of each kind so many are shown; the rest is in the file that can be fetched. */
const shown = 10;
/** More than anybody has done; of more than that the newest. */
const most = 50_000;

/** «Mina uppgifter»: what is kept about the person who asks, the newest of each kind. */
export const showMyData = personalOperation('showMyData', { isOneMoment: true, run: (call) => myData(call, shown) });

/** The same with everything, to take along. That it was fetched is an event. */
export const exportMyData = personalOperation('exportMyData', {
  stepUp: 'any',
  audit: (_input, { events }, { actor }) => ['account.data-exported', actor.accountId, { events: events.total }],
  run: (call) => myData(call, most),
});
