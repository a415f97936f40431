import { linkOptions } from '@tanstack/react-router';

/** Every link in the app. Filters, check and page are part of the address, so a view can be sent to a colleague. */
export const paths = {
  home: () => linkOptions({ to: '/' }),

  start: (unit: string) => linkOptions({ to: '/e/$unit', params: { unit } }),
  delivery: (unit: string) => linkOptions({ to: '/e/$unit/inlamning', params: { unit } }),
  upload: (unit: string) => linkOptions({ to: '/e/$unit/inlamning/ladda-upp', params: { unit } }),
  checks: (unit: string, search: ChecksSearch = {}) => linkOptions({ to: '/e/$unit/inlamning/granska', params: { unit }, search }),
  check: (unit: string, rule: string, search: CheckSearch = {}) =>
    linkOptions({ to: '/e/$unit/inlamning/granska/$rule', params: { unit, rule }, search }),
  submit: (unit: string) => linkOptions({ to: '/e/$unit/inlamning/lamna-in', params: { unit } }),
  corrections: (unit: string) => linkOptions({ to: '/e/$unit/inlamning/rattelser', params: { unit } }),
  extensions: (unit: string) => linkOptions({ to: '/e/$unit/uppskov', params: { unit } }),
  profile: (unit: string) => linkOptions({ to: '/e/$unit/profil', params: { unit } }),
  messages: (unit: string, search: MessagesSearch = {}) => linkOptions({ to: '/e/$unit/meddelanden', params: { unit }, search }),
  thread: (unit: string, thread: string) => linkOptions({ to: '/e/$unit/meddelanden/$thread', params: { unit, thread } }),

  overview: () => linkOptions({ to: '/granskning' }),
  units: (search: UnitsSearch = {}) => linkOptions({ to: '/granskning/organisationer', search }),
  unit: (unit: string) => linkOptions({ to: '/granskning/organisationer/$unit', params: { unit } }),
  unitChecks: (unit: string, search: ChecksSearch = {}) =>
    linkOptions({ to: '/granskning/organisationer/$unit/granska', params: { unit }, search }),
  unitCheck: (unit: string, rule: string, search: CheckSearch = {}) =>
    linkOptions({ to: '/granskning/organisationer/$unit/granska/$rule', params: { unit, rule }, search }),
  unitCorrections: (unit: string) => linkOptions({ to: '/granskning/organisationer/$unit/rattelser', params: { unit } }),
  unitComments: (unit: string) => linkOptions({ to: '/granskning/organisationer/$unit/kommentarer', params: { unit } }),
  unitRecords: (unit: string, search: PageSearch = {}) =>
    linkOptions({ to: '/granskning/organisationer/$unit/rader', params: { unit }, search }),
  unitMessages: (unit: string, search: MessagesSearch = {}) =>
    linkOptions({ to: '/granskning/organisationer/$unit/meddelanden', params: { unit }, search }),
  unitThread: (unit: string, thread: string) =>
    linkOptions({ to: '/granskning/organisationer/$unit/meddelanden/$thread', params: { unit, thread } }),
  unitExtensions: (unit: string) => linkOptions({ to: '/granskning/organisationer/$unit/uppskov', params: { unit } }),
  unitPeople: (unit: string) => linkOptions({ to: '/granskning/organisationer/$unit/kontakter', params: { unit } }),
  allMessages: (search: AllMessagesSearch = {}) => linkOptions({ to: '/granskning/meddelanden', search }),
  waitingExtensions: () => linkOptions({ to: '/granskning/uppskov' }),
  users: (search: UsersSearch = {}) => linkOptions({ to: '/granskning/anvandare', search }),
  user: (accountId: string) => linkOptions({ to: '/granskning/anvandare/$accountId', params: { accountId } }),
  roles: () => linkOptions({ to: '/granskning/anvandare/roller' }),
  rounds: () => linkOptions({ to: '/granskning/insamling' }),
  eventLog: (search: EventsSearch = {}) => linkOptions({ to: '/granskning/handelselogg', search }),
  myProfile: () => linkOptions({ to: '/granskning/profil' }),
} as const;

/** Pages of the server, outside the app. */
export const serverPaths = {
  signOut: '/logga-ut',
  help: '/hjalp',
  contact: '/hjalp#kontakt',
  personalData: '/personuppgifter',
  recordLayout: '/postbeskrivning',
  exampleFile: '/exempelfil.csv',
  accessibility: '/tillganglighet',
  changePassword: () => `/konto/byt-losenord?retur=${encodeURIComponent(location.pathname)}`,
  changeApp: () => `/konto/byt-app?retur=${encodeURIComponent(location.pathname)}`,
  recoveryCodes: () => `/konto/aterstallningskoder?retur=${encodeURIComponent(location.pathname)}`,
} as const;

export interface ChecksSearch {
  readonly visa?: 'alla' | 'fel' | 'varningar' | 'kvar';
  readonly sok?: string;
  readonly ordning?: 'viktigast' | 'paverkan' | 'antal' | 'fil';
}
export interface CheckSearch {
  readonly visa?: 'alla' | 'kvar';
  readonly sida?: number;
}
export interface PageSearch {
  readonly sida?: number;
}
export interface MessagesSearch {
  /** Rule that a new message is about. */
  readonly kontroll?: string;
}
export interface AllMessagesSearch {
  readonly visa?: 'alla' | 'obesvarade';
}
export interface EventsSearch {
  /** yyyy-mm-dd */
  readonly fran?: string | undefined;
  readonly till?: string | undefined;
  /** Pseudonym. */
  readonly person?: string | undefined;
  readonly enhet?: string | undefined;
  readonly handelse?: string | undefined;
  readonly resultat?: 'done' | 'refused' | 'failed' | undefined;
  /** Where the page before ended. */
  readonly fore?: string | undefined;
}
export interface UnitsSearch {
  readonly status?: string;
  readonly typ?: string;
  readonly lan?: string;
  readonly sok?: string;
  readonly sort?: string;
}
/** The word one searches by is not here: it is a name, and names do not stand in addresses. */
export interface UsersSearch {
  readonly roll?: string;
  readonly status?: string;
  readonly enhet?: string;
}
