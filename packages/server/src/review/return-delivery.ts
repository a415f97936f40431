import { randomUUID } from 'node:crypto';
import { stepDelivery } from '../deliveries/index.ts';
import { startThreadFrom } from '../messages/index.ts';
import { unitOperation } from '../platform/operation.ts';
import { insistNoPersonalNumber } from '../platform/personal-number.ts';
import { insistReviewer } from './reviewer.ts';
import { tellUnit } from './tell-unit.ts';
import { returnedSubject } from './verdict.mail.ts';

/** Asks the unit to complete its delivery. The text becomes a thread bound to the delivery, so that it can be answered. */
export const returnDelivery = unitOperation('returnDelivery', {
  audit: ({ delivery }, { threadId }) => ['delivery.returned', delivery, { thread: threadId }],
  async run(call, { delivery, expectedVersion, text }) {
    insistReviewer(call);
    insistNoPersonalNumber([text]);
    await stepDelivery(call.db, call, delivery, { to: 'returned', from: ['inReview'], expectedVersion, note: text });
    const threadId = randomUUID();
    await startThreadFrom(call, { id: threadId, subject: returnedSubject, text, deliveryId: delivery, rule: null, isTold: true });
    await tellUnit(call, 'returned');
    return { threadId };
  },
});
