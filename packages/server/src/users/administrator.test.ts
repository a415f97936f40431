import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, walkTo } from '../testing/browser.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { letterTo } from '../testing/letter-to.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

/** Who can make administrators can become anybody: it takes two. */
let database: TestDatabase;
let portal: Portal;
let astrid: TestPerson;
let bodil: TestPerson;
let manager: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.unit('0488');
  astrid = await portal.person({ name: 'Astrid Påhittsson', collectingRole: 'administrator' });
  bodil = await portal.person({ name: 'Bodil Påhittsson', collectingRole: 'administrator' });
  manager = await portal.person({ name: 'Iris Exempelsson', collectingRole: 'collectionManager' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const refused = (status: number, code: string) => ({ status, body: { code } });
const roleOf = async (accountId: string) =>
  (await database.ask(`select collecting_role as role from account where id = '${accountId}'`))[0]!['role'];
const requestsOf = async (accountId: string, seenBy = astrid) => (await seenBy.ask('showUser', { accountId })).administratorRequests;
const kinds = async (accountId: string) =>
  (
    await database.ask(
      `select kind from audit_event where object = '${accountId}' and kind like 'user.%' and kind <> 'user.read' order by at, number`,
    )
  ).map(({ kind }) => kind);
/** A request of Astrid's about somebody new. */
async function asked(): Promise<{ person: TestPerson; accountId: string; administratorRequest: string }> {
  const person = await portal.person({ name: 'Nyna Nysson', collectingRole: 'reviewer' });
  const { accountId } = person;
  expect(await astrid.ask('changeCollectingRole', { accountId, role: 'administrator' })).toEqual({ outcome: 'waiting' });
  return { person, accountId, administratorRequest: (await requestsOf(accountId))[0]!.id };
}

test('R43, R56, R78: nobody is made an administrator by one person; another confirms, and until then nothing has changed', async () => {
  const { person, accountId, administratorRequest } = await asked();
  expect(await roleOf(accountId)).toBe('reviewer');
  await expect(person.ask('listUsers', {})).rejects.toMatchObject({ status: 403 });
  const letter = await letterTo(portal, bodil.email, 'En ny administratör i Personalstatistik väntar');
  expect(letter.text).not.toMatch(/Nyna|Nysson|Astrid/);
  expect(letter.text.match(/https?:\/\/\S+/g)).toEqual([`http://localhost:3000/granskning/anvandare/${accountId}`]);
  expect((await bodil.ask('listUsers', {})).waitingAdministrators).toContainEqual({ accountId, name: 'Nyna Nysson' });
  expect((await manager.ask('listUsers', {})).waitingAdministrators).toEqual([]);
  expect(await requestsOf(accountId)).toMatchObject([{ outcome: 'waiting', may: { approve: false, decline: true } }]);
  expect(await requestsOf(accountId, bodil)).toMatchObject([{ askedBy: 'Astrid Påhittsson', may: { approve: true, decline: true } }]);

  await expect(astrid.ask('changeCollectingRole', { accountId, role: 'administrator' })).rejects.toMatchObject(
    refused(409, 'user.administrator-waiting'),
  );
  await expect(astrid.ask('approveAdministrator', { administratorRequest })).rejects.toMatchObject(
    refused(403, 'user.second-person-needed'),
  );
  for (const one of [person, manager])
    await expect(one.ask('approveAdministrator', { administratorRequest })).rejects.toMatchObject(refused(403, 'account.not-allowed'));
  expect(await roleOf(accountId)).toBe('reviewer');

  expect(await bodil.ask('approveAdministrator', { administratorRequest })).toEqual({ accountId });
  expect(await roleOf(accountId)).toBe('administrator');
  await person.ask('listUsers', {});
  await letterTo(portal, person.email, 'Din roll i Personalstatistik har ändrats');
  await letterTo(portal, astrid.email, 'Personalstatistik har fått en ny administratör');
  expect(await kinds(accountId)).toEqual(['user.administrator-asked', 'user.administrator-approved']);
  await expect(bodil.ask('approveAdministrator', { administratorRequest })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  await expect(bodil.ask('changeCollectingRole', { accountId, role: 'administrator' })).rejects.toMatchObject(
    refused(409, 'user.wrong-state'),
  );
  await bodil.ask('endUser', { accountId });
});

test('R56: other roles on the collecting side are given by one, since none of them can give a role', async () => {
  const { accountId } = await portal.person({ collectingRole: 'reader' });
  for (const role of ['reviewer', 'collectionManager', null] as const)
    expect(await astrid.ask('changeCollectingRole', { accountId, role })).toEqual({ outcome: 'done' });
  const promoted = await portal.person({ collectingRole: 'collectionManager' });
  for (const role of ['reader', 'collectionManager', 'administrator'] as const)
    await expect(promoted.ask('changeCollectingRole', { accountId, role })).rejects.toMatchObject({ status: 403 });
});

test('R43: an administrator who is invited makes the account without the role, and has it when another has confirmed', async () => {
  const email = 'inbjuden.administrator@example.se';
  const { accountId, awaitsSecond } = await astrid.ask('inviteUser', { email, name: 'Nyna Nysson', collectingRole: 'administrator' });
  expect(awaitsSecond).toBe(true);
  expect(await roleOf(accountId)).toBeNull();
  const browser = openBrowser(portal);
  await walkTo(portal, browser, email, 'app');
  expect(JSON.parse((await browser.get('/api/me')).body)).toMatchObject({ collectingRole: null, awaitsAdministrator: true });
  const [request] = await requestsOf(accountId);
  await bodil.ask('approveAdministrator', { administratorRequest: request!.id });
  expect(JSON.parse((await browser.get('/api/me')).body)).toMatchObject({
    collectingRole: 'administrator',
    awaitsAdministrator: false,
  });
  expect(await kinds(accountId)).toEqual(['user.invited', 'user.administrator-approved']);
  expect(await database.ask(`select details from audit_event where object = '${accountId}' and kind = 'user.invited'`)).toEqual([
    { details: { role: 'administrator', awaitsSecond: true, units: '' } },
  ]);
  await bodil.ask('endUser', { accountId });
});

test('R43: twenty approvals at once are one; yes and no at once are one of the two', async () => {
  const { accountId, administratorRequest } = await asked();
  const third = await portal.person({ collectingRole: 'administrator' });
  const approved = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => (index % 2 ? bodil : third).ask('approveAdministrator', { administratorRequest })),
  );
  expect(approved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await kinds(accountId)).toEqual(['user.administrator-asked', 'user.administrator-approved']);
  await bodil.ask('endUser', { accountId });

  const other = await asked();
  const answers = await Promise.allSettled([
    bodil.ask('approveAdministrator', { administratorRequest: other.administratorRequest }),
    third.ask('declineAdministrator', { administratorRequest: other.administratorRequest }),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [request] = await requestsOf(other.accountId);
  expect([request!.outcome, await roleOf(other.accountId)]).toEqual(
    request!.outcome === 'done' ? ['done', 'administrator'] : ['declined', 'reviewer'],
  );
  for (const accountIdOf of [other.accountId, third.accountId]) await bodil.ask('endUser', { accountId: accountIdOf });
});

test('R43: what is declined, or not answered in 72 hours, does nothing any more and can be asked anew', async () => {
  const { person, accountId, administratorRequest } = await asked();
  expect((await person.ask('whoAmI', {})).awaitsAdministrator).toBe(true);
  await bodil.ask('declineAdministrator', { administratorRequest });
  expect((await person.ask('whoAmI', {})).awaitsAdministrator).toBe(false);
  await expect(bodil.ask('approveAdministrator', { administratorRequest })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  expect(await kinds(accountId)).toEqual(['user.administrator-asked', 'user.administrator-declined']);
  await astrid.ask('changeCollectingRole', { accountId, role: 'administrator' });
  const at = portal.clock.now();
  onTestFinished(() => portal.clock.set(at));
  portal.clock.advance(73 * 3600);
  const [fresh, other] = [
    await portal.person({ collectingRole: 'administrator' }),
    await portal.person({ collectingRole: 'administrator' }),
  ];
  const [lapsed] = await requestsOf(accountId, fresh);
  expect(lapsed).toMatchObject({ outcome: 'lapsed', may: { approve: false, decline: false } });
  await expect(fresh.ask('approveAdministrator', { administratorRequest: lapsed!.id })).rejects.toMatchObject(
    refused(409, 'user.wrong-state'),
  );
  expect(await other.ask('changeCollectingRole', { accountId, role: 'administrator' })).toEqual({ outcome: 'waiting' });
  expect(await roleOf(accountId)).toBe('reviewer');
  for (const { accountId: id } of [fresh, other]) await database.ask(`update account set status = 'blocked' where id = '${id}'`);
});

test('R43: who is no administrator any more has asked in vain, and nobody confirms for themselves in the database either', async () => {
  const asking = await portal.person({ collectingRole: 'administrator' });
  const { accountId } = await portal.person({ collectingRole: 'reviewer' });
  await asking.ask('changeCollectingRole', { accountId, role: 'administrator' });
  const [request] = await requestsOf(accountId);
  await astrid.ask('changeCollectingRole', { accountId: asking.accountId, role: null });
  await expect(bodil.ask('approveAdministrator', { administratorRequest: request!.id })).rejects.toMatchObject(
    refused(409, 'user.wrong-state'),
  );
  for (const by of [asking.accountId, accountId])
    await expect(
      database.ask(
        `update administrator_request set outcome = 'done', decided_by = '${by}', decided_at = now() where id = '${request!.id}'`,
      ),
    ).rejects.toThrow(/check constraint/);
});

test('a person whose account has ended waits for nothing', async () => {
  const { accountId, administratorRequest } = await asked();
  await bodil.ask('endUser', { accountId });
  expect((await bodil.ask('listUsers', {})).waitingAdministrators.map((one) => one.accountId)).not.toContain(accountId);
  await expect(bodil.ask('approveAdministrator', { administratorRequest })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
});
