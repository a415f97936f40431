import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { settings, type SettingName } from './settings.ts';
import { readSignInProviders } from './sign-in-providers.ts';

export type { SignInProvider } from './sign-in-providers.ts';
export type Config = ReturnType<typeof build>;

/** The settings are wrong: one line per setting, in words an operator can act on. */
export class ConfigurationError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.faults = faults;
  }
}

/**
 * Reads the configuration from the environment; nothing else does.
 * @throws ConfigurationError that names every setting that is missing or wrong, never its value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>) {
  const production = env['NODE_ENV'] === 'production';
  const faults: string[] = [];
  const raw = {} as Record<SettingName, string>;
  for (const setting of settings) {
    const given = env[setting.name]?.trim();
    const rule = 'inProduction' in setting ? setting.inProduction : undefined;
    if (production && rule === 'required' && !given) faults.push(`${setting.name} must be set in production. ${setting.meaning}`);
    if (production && rule === 'refused' && given && given !== '0') faults.push(`${setting.name} must not be set in production.`);
    raw[setting.name] = given || setting.fallback;
  }
  if (production) raw.DEMO = '0';
  const parsed = shape.safeParse(raw);
  if (!parsed.success) faults.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  else if (production) faults.push(...unsafeInProduction(parsed.data));
  if (faults.length > 0 || !parsed.success) throw new ConfigurationError(faults);
  return build(parsed.data, production);
}

const integer = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`);
const text = z.string();
const choice = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(', ')}`);
const webAddress = z
  .string()
  .refine(
    (value) => value === '' || /^https?:\/\/[^/?#]+$/.test(value.replace(/\/$/, '')),
    'must be an address like https://example.se, without a path',
  );
const postgres = z.string().refine((value) => value === '' || /^postgres(ql)?:\/\//.test(value), 'must begin with postgres://');
const smtp = z.string().refine((value) => value === '' || /^smtps?:\/\//.test(value), 'must begin with smtp:// or smtps://');

const shape = z.object({
  PORT: integer(0, 65535),
  HOST: text,
  DATA_DIR: text,
  PUBLIC_URL: webAddress,
  DATABASE_URL: postgres,
  MIGRATION_DATABASE_URL: postgres,
  DATABASE_LISTEN_URL: postgres,
  SMTP_URL: smtp,
  MAIL_FROM: text,
  AUDIT_MAIL: z.string().refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), 'must be a mail address'),
  INBOX_URL: text,
  SECRET_KEYS: z.string().transform((value, context) => parseSecretKeys(value, (message) => context.addIssue({ code: 'custom', message }))),
  ROLE: choice(['web', 'worker', 'all']),
  WEB_PROCESSES: integer(1, 64),
  TRUSTED_PROXIES: z
    .string()
    .transform((value, context) => parseProxies(value, (message) => context.addIssue({ code: 'custom', message }))),
  TEXTS: choice(['reference', 'improved']),
  SERVICE_NAME: text,
  ORG_NAME: text,
  ORG_SHORT: text,
  ORG_ADDRESS: text,
  ORG_NUMBER: text,
  ORG_PHONE: text,
  ORG_EMAIL: text,
  ORG_DPO: text,
  SECURITY_CONTACT: z
    .string()
    .refine((value) => value === '' || /^(https:\/\/\S+|[^\s@]+@[^\s@]+)$/.test(value), 'must be an e-mail address or begin with https://'),
  RIGHTS_URL: text,
  NOTICE_VERSION: text,
  OIDC_PROVIDERS: z
    .string()
    .transform((value, context) => readSignInProviders(value, (message) => context.addIssue({ code: 'custom', message }))),
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
  DEMO: choice(['0', '1']),
  TEST_CLOCK_FILE: text,
  MAX_UPLOAD_BYTES: integer(1, 2_000_000_000),
  UPLOAD_SECONDS: integer(1, 86_400),
  UPLOAD_STALL_SECONDS: integer(1, 600),
  UPLOAD_LEAST_BYTES_PER_SECOND: integer(1, 1_000_000),
  UPLOADS_AT_ONCE: integer(1, 1000),
  UPLOADS_AT_ONCE_PER_ORGANISATION: integer(1, 1000),
  UPLOADS_PER_HOUR: integer(1, 100_000),
  UPLOADS_PER_HOUR_PER_ORGANISATION: integer(1, 100_000),
  STORED_BYTES_PER_ORGANISATION: integer(1, Number.MAX_SAFE_INTEGER),
  REQUESTS_PER_MINUTE: integer(20, 1_000_000),
  HEADERS_SECONDS: integer(1, 60),
  REQUEST_SECONDS: integer(1, 300),
  REQUESTS_PER_CONNECTION: integer(1, 1_000_000),
  MAX_CONNECTIONS: integer(1, 100_000),
  ANSWER_FLOOR_MS: integer(0, 5000),
  CODE_MINUTES: integer(1, 10),
  CODE_TRIES: integer(1, 10),
  CODE_RESEND_SECONDS: integer(0, 3600),
  CODE_MAILS_PER_15_MINUTES: integer(1, 100),
  CODE_MAILS_PER_DAY: integer(1, 1000),
  TOTP_TRIES: integer(1, 10),
  TOTP_FAILURES_IN_ROW: integer(1, 100),
  TOTP_FAILURES_TOTAL: integer(1, 1000),
  LOCK_MINUTES: integer(1, 1440),
  PASSWORD_FAILURES_IN_ROW: integer(1, 100),
  PASSWORD_MIN_LENGTH: integer(8, 64),
  SESSION_IDLE_MINUTES: integer(1, 720),
  SESSION_HOURS: integer(1, 24),
  INVITATION_DAYS: integer(1, 365),
  EXTENSION_MAX_DAYS: integer(1, 365),
  KEEP_WITHOUT_ROLE_DAYS: integer(0, 3650),
  KEEP_INVITATION_DAYS: integer(0, 3650),
  KEEP_LETTER_DAYS: integer(1, 365),
  KEEP_DELIVERY_YEARS: integer(0, 100),
  KEEP_MESSAGE_YEARS: integer(0, 100),
  KEEP_AUDIT_YEARS: integer(0, 100).refine((years) => years === 0 || years >= 10, 'must be 0 (never) or at least 10'),
  KEEP_COUNT_HOURS: integer(24, 720),
  KEEP_LIVE_EVENT_MINUTES: integer(5, 1440),
} satisfies Record<SettingName, z.ZodType>);

function build(values: z.infer<typeof shape>, production: boolean) {
  return {
    production,
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: values.PUBLIC_URL.replace(/\/$/, '') || `http://localhost:${values.PORT}`,
    databaseUrl: values.DATABASE_URL,
    migrationDatabaseUrl: values.MIGRATION_DATABASE_URL,
    databaseListenUrl: values.DATABASE_LISTEN_URL || values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    auditMail: values.AUDIT_MAIL,
    inboxUrl: values.INBOX_URL,
    secretKeys: values.SECRET_KEYS,
    role: values.ROLE,
    webProcesses: values.WEB_PROCESSES,
    trustedProxies: values.TRUSTED_PROXIES,
    texts: values.TEXTS,
    serviceName: values.SERVICE_NAME,
    organisation: {
      name: values.ORG_NAME,
      short: values.ORG_SHORT,
      address: values.ORG_ADDRESS,
      number: values.ORG_NUMBER,
      phone: values.ORG_PHONE,
      email: values.ORG_EMAIL,
      dataProtectionOfficer: values.ORG_DPO,
      rightsUrl: values.RIGHTS_URL,
    },
    securityContact: values.SECURITY_CONTACT || values.ORG_EMAIL,
    noticeVersion: values.NOTICE_VERSION,
    signInProviders: values.OIDC_PROVIDERS,
    logLevel: values.LOG_LEVEL,
    demo: values.DEMO === '1',
    testClockFile: values.TEST_CLOCK_FILE,
    limits: {
      uploadBytes: values.MAX_UPLOAD_BYTES,
      uploadSeconds: values.UPLOAD_SECONDS,
      uploadStallSeconds: values.UPLOAD_STALL_SECONDS,
      uploadLeastBytesPerSecond: values.UPLOAD_LEAST_BYTES_PER_SECOND,
      uploadsAtOnce: values.UPLOADS_AT_ONCE,
      uploadsAtOncePerOrganisation: values.UPLOADS_AT_ONCE_PER_ORGANISATION,
      uploadsPerHour: values.UPLOADS_PER_HOUR,
      uploadsPerHourPerOrganisation: values.UPLOADS_PER_HOUR_PER_ORGANISATION,
      storedBytesPerOrganisation: values.STORED_BYTES_PER_ORGANISATION,
      requestsPerMinute: values.REQUESTS_PER_MINUTE,
      headersSeconds: values.HEADERS_SECONDS,
      requestSeconds: values.REQUEST_SECONDS,
      requestsPerConnection: values.REQUESTS_PER_CONNECTION,
      connections: values.MAX_CONNECTIONS,
      answerFloorMs: values.ANSWER_FLOOR_MS,
      codeMinutes: values.CODE_MINUTES,
      codeTries: values.CODE_TRIES,
      codeResendSeconds: values.CODE_RESEND_SECONDS,
      codeMailsPer15Minutes: values.CODE_MAILS_PER_15_MINUTES,
      codeMailsPerDay: values.CODE_MAILS_PER_DAY,
      totpTries: values.TOTP_TRIES,
      totpFailuresInRow: values.TOTP_FAILURES_IN_ROW,
      totpFailuresTotal: values.TOTP_FAILURES_TOTAL,
      lockMinutes: values.LOCK_MINUTES,
      passwordFailuresInRow: values.PASSWORD_FAILURES_IN_ROW,
      passwordMinLength: values.PASSWORD_MIN_LENGTH,
      sessionIdleMinutes: values.SESSION_IDLE_MINUTES,
      sessionHours: values.SESSION_HOURS,
      invitationDays: values.INVITATION_DAYS,
      extensionMaxDays: values.EXTENSION_MAX_DAYS,
    },
    /** How long what is kept; 0 years: for ever. */
    keep: {
      withoutRoleDays: values.KEEP_WITHOUT_ROLE_DAYS,
      invitationDays: values.KEEP_INVITATION_DAYS,
      letterDays: values.KEEP_LETTER_DAYS,
      deliveryYears: values.KEEP_DELIVERY_YEARS,
      messageYears: values.KEEP_MESSAGE_YEARS,
      auditYears: longest(values.KEEP_AUDIT_YEARS, values.KEEP_DELIVERY_YEARS, values.KEEP_MESSAGE_YEARS),
      countHours: values.KEEP_COUNT_HOURS,
      liveEventMinutes: values.KEEP_LIVE_EVENT_MINUTES,
    },
  } as const;
}

/** The longest of some times, of which 0 is for ever. */
const longest = (...years: readonly number[]): number => (years.includes(0) ? 0 : Math.max(...years));

/** Settings that work, but not together with what the portal promises. */
function unsafeInProduction(values: z.infer<typeof shape>): string[] {
  const loginOf = (url: string) => (URL.canParse(url) ? new URL(url).username : '');
  const { PUBLIC_URL, DATABASE_URL, MIGRATION_DATABASE_URL } = values;
  return [
    ...(PUBLIC_URL.startsWith('http:')
      ? ['PUBLIC_URL must begin with https:// in production; the cookies are sent over nothing else.']
      : []),
    ...(DATABASE_URL !== '' && loginOf(DATABASE_URL) === loginOf(MIGRATION_DATABASE_URL)
      ? ['DATABASE_URL must have another login than MIGRATION_DATABASE_URL: row-level security does not bind the owner of the tables.']
      : []),
    ...(values.OIDC_PROVIDERS.some(({ issuer }) => issuer.startsWith('http:'))
      ? ['OIDC_PROVIDERS: an issuer must be reached by https in production']
      : []),
  ];
}

/**
 * Reads addresses and CIDR ranges. A word or a count would be taken by the web server as «nobody» without a word, and a range of
 * everybody would believe whatever a client writes.
 */
function parseProxies(value: string, fault: (message: string) => void): string[] {
  const entries = value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  for (const entry of entries) {
    const [address = '', length, ...rest] = entry.split('/');
    const family = isIP(address);
    const isRange =
      length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= (family === 4 ? 32 : 128));
    if (family === 0 || !isRange || rest.length > 0) fault('every entry must be an address like 10.0.0.5 or a range like 10.0.0.0/24');
  }
  return entries;
}

export interface SecretKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Reads `id:key,id:key`. A key that is short, repeated bytes or counts upwards is an example somebody forgot to replace. */
function parseSecretKeys(value: string, fault: (message: string) => void): SecretKey[] {
  if (value === '') return [];
  const keys: SecretKey[] = [];
  for (const entry of value.split(',')) {
    const [id = '', encoded = ''] = entry.trim().split(':');
    const bytes = Buffer.from(encoded, 'base64url');
    if (!/^[a-z0-9-]{1,20}$/.test(id)) fault('every key needs an id of small letters, digits and hyphens, then a colon');
    else if (keys.some((key) => key.id === id)) fault(`two keys are called ${id}`);
    else if (bytes.length !== 32 || bytes.toString('base64url') !== encoded.replace(/=+$/, ''))
      fault(`the key ${id} must be exactly 32 bytes as base64url`);
    else if (looksLikeAnExample(bytes)) fault(`the key ${id} looks like an example; make a random one`);
    else keys.push({ id, bytes: new Uint8Array(bytes) });
  }
  return keys;
}

/** Random bytes have about 30 different values in 32; text, zeros and counting sequences give themselves away. */
function looksLikeAnExample(bytes: Buffer): boolean {
  if (new Set(bytes).size < 16) return true;
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return true;
  return bytes.every((byte, index) => index === 0 || byte === (bytes[index - 1]! + 1) % 256);
}
