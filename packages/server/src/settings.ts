/**
 * Every setting there is: name in the environment, default and what it does. Read by `config.ts`, listed in
 * `docs/configuration.md` (a test compares the two). `inProduction: 'required'` is demanded with NODE_ENV=production.
 */
export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
  readonly inProduction?: 'required' | 'refused';
}

export const settings = [
  { name: 'PORT', fallback: '3000', meaning: 'Port of the portal.' },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address the portal listens on.' },
  {
    name: 'DATA_DIR',
    fallback: './var',
    meaning: 'Folder for uploaded files, first-run keys and, without DATABASE_URL, the embedded database and inbox.',
  },
  {
    name: 'PUBLIC_URL',
    fallback: '',
    meaning: 'Address users reach the portal by; links in mails are made from it. Default http://localhost:PORT.',
    inProduction: 'required',
  },
  {
    name: 'DATABASE_URL',
    fallback: '',
    meaning: 'PostgreSQL as the application role, which row-level security binds. Without it an embedded server is started.',
    inProduction: 'required',
  },
  {
    name: 'MIGRATION_DATABASE_URL',
    fallback: '',
    meaning: 'The same database as the owner of its tables; used by migrations only.',
    inProduction: 'required',
  },
  {
    name: 'DATABASE_LISTEN_URL',
    fallback: '',
    meaning:
      'Direct connection for LISTEN when DATABASE_URL goes through a pooler; no statements are kept by name on its connections then. Default DATABASE_URL.',
  },
  {
    name: 'SMTP_URL',
    fallback: '',
    meaning: 'Mail server, smtp:// or smtps://. Without it mails are kept in a local inbox.',
    inProduction: 'required',
  },
  {
    name: 'MAIL_FROM',
    fallback: 'Personalstatistik <personalstatistik@localhost>',
    meaning: 'Sender of every mail.',
    inProduction: 'required',
  },
  {
    name: 'AUDIT_MAIL',
    fallback: '',
    meaning: 'Mailbox that the signed heads of the audit log are sent to every day, beside the files in DATA_DIR/audit-heads.',
  },
  {
    name: 'INBOX_URL',
    fallback: '',
    meaning: 'Address of the local inbox page; set by the supervisor for its processes.',
    inProduction: 'refused',
  },
  {
    name: 'SECRET_KEYS',
    fallback: '',
    meaning:
      'Comma-separated id:key, key = 32 bytes as base64url; the first is current, the others only read. Without it the first run makes one in DATA_DIR/keys.',
    inProduction: 'required',
  },
  { name: 'ROLE', fallback: 'all', meaning: 'What this process does: web, worker or all.' },
  { name: 'WEB_PROCESSES', fallback: '1', meaning: 'Web processes that share the port.' },
  {
    name: 'TRUSTED_PROXIES',
    fallback: '',
    meaning: 'Comma-separated addresses or CIDR ranges whose X-Forwarded-For is believed; anything else is refused.',
  },
  {
    name: 'TEXTS',
    fallback: 'reference',
    meaning: 'reference: the texts word for word as in the reference instruction; improved: the few that read badly are mended.',
  },
  { name: 'SERVICE_NAME', fallback: 'Personalstatistik', meaning: 'Name of the service.' },
  { name: 'ORG_NAME', fallback: 'Sveriges Kommuner och Regioner', meaning: 'Collecting organisation.', inProduction: 'required' },
  { name: 'ORG_SHORT', fallback: 'SKR', meaning: 'Its short name.', inProduction: 'required' },
  { name: 'ORG_ADDRESS', fallback: '118 82 Stockholm', meaning: 'Its postal address.', inProduction: 'required' },
  { name: 'ORG_NUMBER', fallback: '222000-0315', meaning: 'Its organisation number.', inProduction: 'required' },
  { name: 'ORG_PHONE', fallback: '08-000 00 00', meaning: 'Its telephone number.', inProduction: 'required' },
  { name: 'ORG_EMAIL', fallback: 'personalstatistik@example.se', meaning: 'Its address for questions.', inProduction: 'required' },
  { name: 'ORG_DPO', fallback: 'dataskyddsombud@example.se', meaning: 'Its data protection officer.', inProduction: 'required' },
  {
    name: 'SECURITY_CONTACT',
    fallback: '',
    meaning: 'Where a security flaw is reported: an e-mail address, or an address that begins with https://. Default ORG_EMAIL.',
  },
  { name: 'RIGHTS_URL', fallback: '/personuppgifter', meaning: 'Page about the rights of a registered person.' },
  {
    name: 'NOTICE_VERSION',
    fallback: '1',
    meaning: 'Version of the personal data information; another value shows it again to everybody.',
  },
  {
    name: 'OIDC_PROVIDERS',
    fallback: '',
    meaning: 'JSON file with the sign-in providers that organisations may choose (docs/guides/sign-in-with-your-organisation.md).',
  },
  { name: 'LOG_LEVEL', fallback: 'info', meaning: 'fatal, error, warn, info, debug, trace or silent.' },
  { name: 'DEMO', fallback: '1', meaning: '0: an empty database stays empty (no demonstration data).', inProduction: 'refused' },
  {
    name: 'TEST_CLOCK_FILE',
    fallback: '',
    meaning: 'File with a signed number of seconds added to the clock, read at every use; for tests.',
    inProduction: 'refused',
  },
  { name: 'MAX_UPLOAD_BYTES', fallback: '200000000', meaning: 'Largest file that is taken, in bytes (200 MB).' },
  { name: 'UPLOAD_SECONDS', fallback: '600', meaning: 'Longest time one upload may take, in seconds.' },
  {
    name: 'UPLOAD_STALL_SECONDS',
    fallback: '15',
    meaning: 'An upload ends when so many seconds of waiting for the sender brought less than UPLOAD_LEAST_BYTES_PER_SECOND.',
  },
  { name: 'UPLOAD_LEAST_BYTES_PER_SECOND', fallback: '1000', meaning: 'Slowest sender of a file that is waited for.' },
  { name: 'UPLOADS_AT_ONCE', fallback: '3', meaning: 'Uploads of one person at the same time.' },
  { name: 'UPLOADS_AT_ONCE_PER_ORGANISATION', fallback: '10', meaning: 'Uploads of one organisation at the same time.' },
  { name: 'UPLOADS_PER_HOUR', fallback: '100', meaning: 'Uploads of one person in 60 minutes.' },
  { name: 'UPLOADS_PER_HOUR_PER_ORGANISATION', fallback: '200', meaning: 'Uploads of one organisation in 60 minutes.' },
  {
    name: 'STORED_BYTES_PER_ORGANISATION',
    fallback: '20000000000',
    meaning: 'Bytes of uploaded files that are kept for one organisation (20 GB, as they were sent).',
  },
  {
    name: 'REQUESTS_PER_MINUTE',
    fallback: '1200',
    meaning: 'Requests of one signed-in person in a minute, all sessions and processes together.',
  },
  { name: 'HEADERS_SECONDS', fallback: '15', meaning: 'Longest time the headers of a request may take.' },
  {
    name: 'REQUEST_SECONDS',
    fallback: '30',
    meaning: 'Longest time the body of an ordinary request may take; uploads have times of their own.',
  },
  { name: 'REQUESTS_PER_CONNECTION', fallback: '1000', meaning: 'A connection is closed after so many requests.' },
  {
    name: 'MAX_CONNECTIONS',
    fallback: '4000',
    meaning: 'Open connections to one web process, event streams included; further ones are closed at once.',
  },
  {
    name: 'ANSWER_FLOOR_MS',
    fallback: '120',
    meaning: 'An answer that must not tell whether an address is known takes at least so many milliseconds, and up to ten more by chance.',
  },
  { name: 'CODE_MINUTES', fallback: '10', meaning: 'Life of an e-mail code, at most 10.' },
  { name: 'CODE_TRIES', fallback: '5', meaning: 'Wrong tries per e-mail code.' },
  { name: 'CODE_RESEND_SECONDS', fallback: '60', meaning: 'Shortest time between two code mails on screen.' },
  { name: 'CODE_MAILS_PER_15_MINUTES', fallback: '5', meaning: 'Code mails per address in 15 minutes.' },
  { name: 'CODE_MAILS_PER_DAY', fallback: '20', meaning: 'Code mails per address in 24 hours.' },
  { name: 'TOTP_TRIES', fallback: '5', meaning: 'Wrong app codes per challenge.' },
  { name: 'TOTP_FAILURES_IN_ROW', fallback: '10', meaning: 'Wrong app codes in a row before the account pauses.' },
  { name: 'TOTP_FAILURES_TOTAL', fallback: '100', meaning: 'Wrong app codes in all before an administrator must help.' },
  {
    name: 'LOCK_MINUTES',
    fallback: '15',
    meaning: 'Length of a pause after too many tries; of wrong passwords, the second is twice as long and later ones four times.',
  },
  { name: 'PASSWORD_FAILURES_IN_ROW', fallback: '10', meaning: 'Wrong passwords in a row before sign-in with that address pauses.' },
  { name: 'PASSWORD_MIN_LENGTH', fallback: '8', meaning: 'Shortest password.' },
  { name: 'SESSION_IDLE_MINUTES', fallback: '60', meaning: 'A session ends after this time without a request.' },
  { name: 'SESSION_HOURS', fallback: '12', meaning: 'A session ends after this time whatever happens.' },
  { name: 'INVITATION_DAYS', fallback: '30', meaning: 'An invitation is valid this long.' },
  { name: 'EXTENSION_MAX_DAYS', fallback: '60', meaning: "Latest date of an extension, days after the period's due date." },
  { name: 'KEEP_WITHOUT_ROLE_DAYS', fallback: '30', meaning: 'Days after the last role ended until who the person was is erased.' },
  {
    name: 'KEEP_INVITATION_DAYS',
    fallback: '180',
    meaning: 'Days after an invitation ran out unused until the invited account is erased.',
  },
  { name: 'KEEP_LETTER_DAYS', fallback: '7', meaning: 'Days until a letter that no mail server takes is thrown away.' },
  {
    name: 'KEEP_DELIVERY_YEARS',
    fallback: '5',
    meaning: 'Years after a submission period closed until its deliveries are erased; 0: never.',
  },
  {
    name: 'KEEP_MESSAGE_YEARS',
    fallback: '5',
    meaning: 'Years after the last message until a thread is erased, and of extension requests; 0: never.',
  },
  {
    name: 'KEEP_AUDIT_YEARS',
    fallback: '10',
    meaning: 'Years until events of the audit log are erased, at least 10, and never sooner than deliveries and messages; 0: never.',
  },
  {
    name: 'KEEP_COUNT_HOURS',
    fallback: '24',
    meaning: 'Hours that code mails and wrong passwords of an address are counted, at least 24.',
  },
  { name: 'KEEP_LIVE_EVENT_MINUTES', fallback: '60', meaning: 'Minutes that «something changed» is kept for open pages.' },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]['name'];
