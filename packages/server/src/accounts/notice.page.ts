import { accountTexts } from '@insamling/texts';
import type { Config } from '../config.ts';
import type { Services } from '../context.ts';
import { recordEvent } from '../platform/audit/index.ts';
import { html, safeReturnPath, type Html, type Page, type PageReply, type PageRequest } from '../platform/http/index.ts';
import { button, document, form } from './layout.page.ts';
import { outcomePath } from './providers/paths.ts';
import { isAdmitted } from './reader.ts';
import { sessionOf } from './sessions/session.ts';
import { abandon, advance, atStage, pathOf, record, stepOf, type Step } from './steps.ts';
import { saveAcknowledgement } from './writer.ts';

const { notice } = accountTexts;

/** The information on personal data: the last step of the way in, and once more whenever its text has a new version. */
export const noticePages = (services: Services): Page[] => [
  { method: 'GET', path: pathOf.notice, handle: (request) => read(services, request) },
  { method: 'POST', path: pathOf.notice, handle: (request) => acknowledge(services, request) },
];

async function read(services: Services, request: PageRequest): Promise<PageReply> {
  const { step, session } = await standing(services, request);
  if (step?.journey.stage === 'notice') return show(services.config, request, '');
  if (session.is === 'open') return { redirect: '/' };
  if (session.is === 'stale-notice') return show(services.config, request, safeReturnPath(request.query['retur']) ?? '');
  return atStage(services, request, 'notice', async () => show(services.config, request, ''));
}

async function acknowledge(services: Services, request: PageRequest): Promise<PageReply> {
  const { step, session } = await standing(services, request);
  const to = safeReturnPath(request.form['retur']) ?? '/';
  if (step?.journey.stage !== 'notice' && session.is === 'open') return { redirect: to };
  if (step?.journey.stage === 'notice' || session.is !== 'stale-notice')
    return atStage(services, request, 'notice', async (here) => {
      const refused = await overtaken(here);
      if (refused) return refused;
      const reply = await advance(here, { type: 'notice-acknowledged', byPasskey: here.journey.provenBy === 'passkey' });
      await recordEvent(
        here.db,
        services.keys,
        request.now,
        acknowledged(here.account!.pseudonym, here.account!.accountId, services.config, request),
      );
      return reply;
    });
  const { actor } = session;
  await services.database.transaction({}, async (db) => {
    await saveAcknowledgement(db, actor.accountId, services.config.noticeVersion, request.now);
    await recordEvent(db, services.keys, request.now, acknowledged(actor.pseudonym, actor.accountId, services.config, request));
  });
  return { redirect: to };
}

/** An organisation has dropped the provider while the person was reading: the same answer as at the door. */
async function overtaken(here: Step): Promise<PageReply | undefined> {
  const { db, journey } = here;
  const { accountId, provider } = journey;
  if (journey.provenBy !== 'provider' || !accountId || !provider) return undefined;
  if (await isAdmitted(db, accountId, { proof: 'provider', provider })) return undefined;
  await record(here, { kind: 'account.sign-in-failed', outcome: 'failed', details: { at: 'provider', provider, because: 'not-open' } });
  return abandon(here, { redirect: outcomePath(provider, 'nekat') });
}

const standing = (services: Services, request: PageRequest) =>
  services.database.transaction({}, async (db) => ({
    step: await stepOf(db, services, request),
    session: await sessionOf(db, services.config, request.cookies, request.now),
  }));

const acknowledged = (actor: string, object: string, { noticeVersion }: Config, { origin }: PageRequest) =>
  ({ actor, object, kind: 'account.notice-acknowledged', outcome: 'done', details: { version: noticeVersion }, origin }) as const;

const show = (config: Config, request: PageRequest, returnPath: string): PageReply => ({
  html: document(config, {
    title: notice.title,
    nonce: request.nonce,
    canCancel: true,
    content: html`${noticeText(config)}
    ${form(pathOf.notice, html`${returnPath !== '' && html`<input type="hidden" name="retur" value="${returnPath}" />`}${button(notice.ok)}`)}`,
  }),
});

/** The information itself, as acknowledged and as it stands at `/personuppgifter`. */
export const noticeText = ({ organisation }: Config): Html =>
  html`${notice.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
    <p>${notice.controller(organisation.name, organisation.address, organisation.number)}</p>
    <p>${notice.rights}</p>
    <p>${notice.contact(organisation.phone, organisation.dataProtectionOfficer)}</p>
    <p><a href="${organisation.rightsUrl}">${notice.readMore}</a></p>`;
