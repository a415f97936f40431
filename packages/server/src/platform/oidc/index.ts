export { ProviderFault } from './fault.ts';
export { newDeparture, relyingParty } from './relying-party.ts';
export type { Departure, RelyingParty } from './relying-party.ts';
