import { accountOperations, accountPages } from './accounts/index.ts';
import { auditOperations } from './audit/index.ts';
import type { Services } from './context.ts';
import { deliveryOperations, deliveryPages, deliveryStreams } from './deliveries/index.ts';
import { extensionOperations } from './extensions/index.ts';
import { countUnreadThreads, messageOperations } from './messages/index.ts';
import { periodOperations, testClosesOn } from './periods/index.ts';
import type { Routes } from './platform/http/index.ts';
import { privacyOperations } from './privacy/index.ts';
import { reviewOperations } from './review/index.ts';
import { unitOperations } from './units/index.ts';
import { awaitsAdministrator, userOperations } from './users/index.ts';

/** The capabilities, in the order a collection round tells them. */
export const routes = (services: Services): Routes => ({
  operations: [
    ...accountOperations,
    ...unitOperations({ awaitsAdministrator, countUnreadThreads, testClosesOn }),
    ...userOperations,
    ...periodOperations,
    ...extensionOperations,
    ...deliveryOperations,
    ...messageOperations,
    ...reviewOperations,
    ...auditOperations,
    ...privacyOperations,
  ],
  pages: [...accountPages(services), ...deliveryPages(services)],
  streams: deliveryStreams,
});
