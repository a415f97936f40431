import type { MyData } from '@insamling/contract';
import { dayInWords, deliveryTexts, eventKinds, instantInShort, privacyTexts as texts, unitTexts } from '@insamling/texts';

/** One kind of data in Swedish: a heading and a table. */
export interface DataSection {
  readonly id: string;
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many there are, of which the rows are the newest. */
  readonly total: number;
}

type Column<Entry> = readonly [name: string, value: (entry: Entry) => string | number | boolean | null];
const names = texts.columns;
const when = (instant: string | null) => (instant === null ? '' : instantInShort(instant));
const said = (value: string | number | boolean | null) =>
  value === null ? '' : typeof value === 'boolean' ? (value ? texts.yes : texts.no) : String(value);

/** What is kept about oneself, as one reads it on the page and in the file. */
export function sectionsOf(data: MyData): readonly DataSection[] {
  const section = <Entry>(
    id: keyof typeof texts.sections,
    { entries, total }: { readonly entries: readonly Entry[]; readonly total: number },
    columns: readonly Column<Entry>[],
  ): DataSection => ({
    id,
    heading: texts.sections[id],
    columns: columns.map(([name]) => name),
    rows: entries.map((entry) => columns.map(([, value]) => said(value(entry)))),
    total,
  });
  const all = <Entry>(entries: readonly Entry[]) => ({ entries, total: entries.length });
  const at: Column<{ readonly at: string }> = [names.at, (one) => when(one.at)];
  const organisation: Column<{ readonly organisation: string | null }> = [names.organisation, (one) => one.organisation];
  const { account } = data;
  const facts: readonly (readonly [string, string])[] = [
    [names.name, account.name],
    [names.email, account.email],
    [names.phone, account.phone],
    [names.pseudonym, account.pseudonym],
    [names.collectingRole, account.collectingRole ? unitTexts.collectingRoles[account.collectingRole] : ''],
    [names.createdAt, when(account.createdAt)],
    [names.invitedAt, when(account.invitedAt)],
    [names.lastSignedInAt, when(account.lastSignedInAt)],
    [names.passwordChangedAt, when(account.passwordChangedAt)],
  ];
  return [
    section(
      'account',
      all([account]),
      facts.filter(([, value]) => value !== '').map(([name, value]): Column<unknown> => [name, () => value]),
    ),
    section('roles', all(data.roles), [
      [names.unit, (one) => `${one.unit} ${one.unitName}`],
      [names.role, (one) => unitTexts.roles[one.role]],
      [names.isContact, (one) => one.isContact],
      [names.since, (one) => when(one.since)],
    ]),
    section('notices', all(data.notices), [at, [names.version, (one) => one.version]]),
    section('sessions', all(data.sessions), [
      [names.createdAt, (one) => when(one.createdAt)],
      [names.lastSeenAt, (one) => when(one.lastSeenAt)],
      [names.userAgent, (one) => one.userAgent],
      [names.isThis, (one) => one.isThis],
    ]),
    section('devices', all(data.devices), [
      [names.firstSeenAt, (one) => when(one.firstSeenAt)],
      [names.lastSeenAt, (one) => when(one.lastSeenAt)],
    ]),
    section('passkeys', all(data.passkeys), [
      [names.name, (one) => one.name],
      [names.createdAt, (one) => when(one.createdAt)],
      [names.lastSeenAt, (one) => when(one.lastUsedAt)],
    ]),
    section('providers', all(data.providers), [
      [names.provider, (one) => one.name],
      [names.linkedAt, (one) => when(one.linkedAt)],
      [names.lastSeenAt, (one) => when(one.lastUsedAt)],
    ]),
    section('recoveryCodes', all(data.recoveryCodes), [
      [names.createdAt, (one) => when(one.createdAt)],
      [names.usedAt, (one) => when(one.usedAt)],
    ]),
    section('files', data.files, [
      at,
      organisation,
      [names.file, (one) => one.name],
      [names.bytes, (one) => one.bytes],
      [names.sha256, (one) => one.sha256],
    ]),
    section('steps', data.steps, [
      at,
      organisation,
      [names.state, (one) => deliveryTexts.states[one.state]],
      [names.note, (one) => one.note],
    ]),
    section('receipts', data.receipts, [at, organisation, [names.number, (one) => one.number]]),
    section('explanations', data.explanations, [
      at,
      organisation,
      [names.rule, (one) => one.rule],
      [names.findings, (one) => one.findings],
      [names.text, (one) => one.text],
    ]),
    section('messages', data.messages, [at, organisation, [names.text, (one) => one.text]]),
    section('extensionRequests', data.extensionRequests, [
      at,
      organisation,
      [names.as, (one) => texts.as[one.as]],
      [names.wishedDueOn, (one) => dayInWords(one.wishedDueOn)],
      [names.text, (one) => one.text],
    ]),
    section('events', data.events, [
      at,
      [names.kind, (one) => eventKinds[one.kind] ?? one.kind],
      organisation,
      [names.outcome, (one) => texts.outcomes[one.outcome]],
      [names.origin, (one) => one.origin],
    ]),
    section('aboutAccount', data.aboutAccount, [
      at,
      [names.kind, (one) => eventKinds[one.kind] ?? one.kind],
      [names.by, (one) => (one.by.startsWith('system') ? texts.service : one.by)],
      organisation,
    ]),
  ];
}

/** The file one takes along: the same in Swedish for who reads it, and as it came for a program. */
export const fileOf = (data: MyData, service: string): string =>
  `${JSON.stringify(
    {
      rubrik: texts.fileTitle(service),
      skapad: data.madeAt,
      avsnitt: sectionsOf(data).map(({ heading, columns, rows, total }) => ({
        rubrik: heading,
        antal: total,
        rader: rows.map((row) => Object.fromEntries(columns.map((name, place) => [name, row[place]]))),
      })),
      data,
    },
    null,
    2,
  )}\n`;
