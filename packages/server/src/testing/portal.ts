import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startInbox, type CapturedMail } from '@insamling/embedded';
import {
  endpoints,
  type CollectingRole,
  type EndpointName,
  type Output,
  type ProblemBody,
  type RequestTo,
  type UnitRole,
} from '@insamling/contract';
import type { FastifyInstance } from 'fastify';
import { generateSecret } from 'otplib';
import { unitByCode } from '@insamling/survey/editions/november-2026';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Services } from '../context.ts';
import { sql } from '../platform/db/index.ts';
import { openLog } from '../platform/log.ts';
import { openServices } from '../services.ts';
import { jobHandlers } from '../workers.ts';
import { testDatabase } from './database.ts';

/** A signed-in person in a test, made without the account journey (which has tests of its own). */
export interface TestPerson {
  readonly accountId: string;
  readonly email: string;
  readonly cookie: string;
  /** Key of the authenticator app, base32. */
  readonly appKey: string;
  /** What the dialog of the web client leads to; the way there has tests of its own. @param purpose  empty for anything */
  confirm(purpose: string): Promise<void>;
  /** Asks a question of the contract, and confirms whenever the portal wants to know first who acts. @throws Refused when the portal refuses */
  ask<Name extends EndpointName>(name: Name, request: RequestTo<Name>): Promise<Output<Name>>;
}

/** A whole portal in this process: fresh database, real SMTP, steerable clock. */
export interface Portal {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly clock: { set(at: string | Date): void; advance(seconds: number): void; now(): Date };
  /** Lines of the log so far. */
  readonly log: readonly string[];
  /** Waits until an address has at least so many letters, newest last. */
  mailsTo(email: string, atLeast?: number): Promise<CapturedMail[]>;
  person(options?: {
    email?: string;
    name?: string;
    collectingRole?: CollectingRole;
    units?: readonly { code: string; role?: UnitRole }[];
  }): Promise<TestPerson>;
  /** An organisation with one reporting unit. */
  unit(
    code: string,
    options?: { kind?: 'municipality' | 'region'; name?: string; codes?: readonly string[]; organisationNumber?: string },
  ): Promise<{ organisationId: string; unitId: string; code: string }>;
  /** A round with a test and a submission period; days as yyyy-mm-dd. */
  round(days: {
    test?: readonly [string, string];
    submission?: readonly [string, string];
  }): Promise<{ roundId: string; testId: string; submissionId: string }>;
  close(): Promise<void>;
}

export class Refused extends Error {
  readonly status: number;
  readonly body: ProblemBody;
  constructor(status: number, body: ProblemBody) {
    super(`${status} ${body.code}`);
    this.status = status;
    this.body = body;
  }
}

export const testKey = `k1:${randomBytes(32).toString('base64url')}`;
export const browserHeaders = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' } as const;

export async function startPortal(
  options: {
    readonly worker?: boolean;
    readonly settings?: Readonly<Record<string, string>>;
    readonly at?: string;
    readonly database?: Awaited<ReturnType<typeof testDatabase>>;
    readonly webFolder?: string | null;
  } = {},
): Promise<Portal> {
  const database = options.database ?? (await testDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'portal-'));
  const inbox = await startInbox({ folder: join(folder, 'mail'), smtpPort: 0, webPort: 0 });
  const config = readConfig({
    DATABASE_URL: database.applicationUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    SMTP_URL: inbox.smtpUrl,
    DATA_DIR: folder,
    SECRET_KEYS: testKey,
    PUBLIC_URL: 'http://localhost:3000',
    // The tests of timing set it; the others need not wait.
    ANSWER_FLOOR_MS: '0',
    ...options.settings,
  });
  const lines: string[] = [];
  const log = openLog(config, { write: (line) => void lines.push(line) });
  let shift = options.at ? Date.parse(options.at) - Date.now() : 0;
  const clock = {
    now: () => new Date(Date.now() + shift),
    set: (at: string | Date) => void (shift = new Date(at).getTime() - Date.now()),
    advance: (seconds: number) => void (shift += seconds * 1000),
  };
  const services = await openServices(config, log, { isWorker: options.worker !== false, clock });
  if (options.worker !== false) await services.jobs.work(jobHandlers(services));
  const app = await buildApp(services, options.webFolder ?? null);
  await app.ready();
  const everything = <T>(work: Parameters<typeof services.database.transaction<T>>[1]) =>
    services.database.transaction<T>({ side: 'collecting' }, work);

  return {
    app,
    services,
    clock,
    log: lines,
    async mailsTo(email, atLeast = 1) {
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const mails = await inbox.mailsTo(email);
        if (mails.length >= atLeast) return mails;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`waited 10 s for ${atLeast} letters`);
    },
    async person({ email = `p-${randomUUID().slice(0, 8)}@example.se`, name = 'Test Testsson', collectingRole, units = [] } = {}) {
      const accountId = randomUUID();
      const token = randomBytes(32).toString('base64url');
      const tokenHash = createHash('sha256').update(token).digest();
      const appKey = generateSecret({ length: 20 });
      const totp = services.keys.seal('totp', Buffer.from(appKey), accountId);
      const now = clock.now();
      await everything(async (db) => {
        await db.run(sql`insert into account (id, pseudonym, email_normalised, name, status, collecting_role, password, totp_secret, totp_key_id, notice_version, notice_at, invited_at, created_at)
          values (${accountId}, ${`p-${accountId}`}, ${email}, ${name}, 'active', ${collectingRole ?? null}, 'not a password', ${totp.sealed}, ${totp.keyId}, ${config.noticeVersion}, ${now}, ${now}, ${now})`);
        await db.run(
          sql`insert into session (token_hash, account_id, created_at, last_seen_at, proven_by) values (${tokenHash}, ${accountId}, ${now}, ${now}, 'app')`,
        );
        for (const { code, role = 'respondent' } of units) {
          await db.run(
            sql`insert into unit_access (organisation_id, unit_id, account_id, role, since) select organisation_id, id, ${accountId}, ${role}, ${now} from reporting_unit where code = ${code}`,
          );
        }
      });
      const cookie = `__Host-session=${token}`;
      const confirm = (purpose: string) =>
        everything(async (db) => {
          await db.run(
            sql`update session set elevated_until = ${new Date(clock.now().getTime() + 300_000)}, elevated_for = ${purpose} where token_hash = ${tokenHash}`,
          );
        });
      return {
        accountId,
        email,
        cookie,
        appKey,
        confirm,
        async ask(question, request) {
          try {
            return await ask(app, cookie, question, request);
          } catch (error) {
            if (!(error instanceof Refused) || error.body.code !== 'account.step-up-needed') throw error;
            await confirm(String(error.body.details['purpose']));
            return ask(app, cookie, question, request);
          }
        },
      };
    },
    async unit(code, { kind = 'municipality', name = `Enhet ${code}`, codes = [code], organisationNumber = numberOf(code) } = {}) {
      const organisationId = randomUUID();
      const unitId = randomUUID();
      await everything(async (db) => {
        await db.run(sql`insert into organisation (id, name, created_at) values (${organisationId}, ${name}, ${clock.now()})`);
        await db.run(
          sql`insert into reporting_unit (organisation_id, id, code, name, kind, county) values (${organisationId}, ${unitId}, ${code}, ${name}, ${kind}, 'Testlän')`,
        );
        for (const one of codes)
          await db.run(sql`insert into unit_code (organisation_id, unit_id, code) values (${organisationId}, ${unitId}, ${one})`);
        await db.run(
          sql`insert into employer (organisation_id, unit_id, organisation_number, name) values (${organisationId}, ${unitId}, ${organisationNumber}, ${name})`,
        );
      });
      return { organisationId, unitId, code };
    },
    async round({ test = ['2026-10-28', '2026-11-19'], submission = ['2026-11-20', '2026-12-31'] }) {
      const [roundId, testId, submissionId] = [randomUUID(), randomUUID(), randomUUID()];
      const texts = JSON.stringify({
        heading: 'Rubrik {start} {slut}',
        paragraphs: ['Text'],
        nextHeading: 'Nästa {start}',
        nextParagraphs: ['Text'],
      });
      await everything(async (db) => {
        await db.run(
          sql`insert into collection_round (id, name, edition, reference_year, created_at) values (${roundId}, 'Novemberstatistik 2026', 'november-2026', 2026, ${clock.now()})`,
        );
        for (const [id, kind, [opens, closes]] of [
          [testId, 'test', test],
          [submissionId, 'submission', submission],
        ] as const) {
          await db.run(
            sql`insert into period (id, round_id, kind, opens_on, due_on, last_upload_on, closes_on, texts) values (${id}, ${roundId}, ${kind}, ${opens}, ${closes}, ${closes}, ${closes}, ${texts})`,
          );
        }
      });
      return { roundId, testId, submissionId };
    },
    async close() {
      await app.close();
      await services.database.close();
      await services.jobs.stop();
      await inbox.stop();
      if (!options.database) await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Asks over HTTP, as the web client does. */
export async function ask<Name extends EndpointName>(
  app: FastifyInstance,
  cookie: string,
  name: Name,
  request: RequestTo<Name>,
): Promise<Output<Name>> {
  const { method, path } = endpoints[name];
  const rest: Record<string, unknown> = { ...(request as Record<string, unknown>) };
  const url = path.replace(/:([A-Za-z]+)/g, (_, parameter: string) => {
    const value = String(rest[parameter]);
    delete rest[parameter];
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, String(value)]])),
  );
  const response = await app.inject({
    method,
    url: method === 'GET' && query.size > 0 ? `${url}?${query.toString()}` : url,
    headers: { ...browserHeaders, cookie, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { payload: JSON.stringify(rest) }),
  });
  if (response.statusCode >= 400) throw new Refused(response.statusCode, response.json());
  return response.json();
}

/** The organisation number that generated files of the unit hold. */
const numberOf = (code: string): string => unitByCode(code)?.organisationNumber ?? '2120002049';
