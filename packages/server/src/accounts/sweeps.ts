import { sweepOf } from '../platform/sweep.ts';

/** Sessions that have lasted as long as one may. */
export const sessionsThatEnded = sweepOf({ session: 'created_at' });

/** Steps on the way in, or to a new address, that were not gone on with in time. */
export const stepsThatRanOut = sweepOf({
  journey: 'expires_at',
  address_change: 'code_expires_at',
  passkey_challenge: 'expires_at',
  provider_visit: 'expires_at',
});

/** Browsers that nobody has signed in with for so long that they are strangers again. */
export const devicesNotSeen = sweepOf({ device: 'last_seen_at' });

/** What has been counted of an address: code mails and wrong passwords. */
export const triesOfAddresses = sweepOf({ code_mail: 'sent_at', sign_in_try: 'last_at' });
