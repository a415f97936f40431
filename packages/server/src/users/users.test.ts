import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { startPortal, type Portal, type TestPerson } from '../testing/portal.ts';

let database: TestDatabase;
let portal: Portal;
let administrator: TestPerson;
let manager: TestPerson;
beforeAll(async () => {
  database = await testDatabase();
  portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.unit('0488', { name: 'Tibro kommun' });
  await portal.unit('0331', { name: 'Åre kommun' });
  administrator = await portal.person({ name: 'Astrid Påhittsson', collectingRole: 'administrator' });
  manager = await portal.person({ name: 'Iris Exempelsson', collectingRole: 'collectionManager' });
});
afterAll(async () => {
  await portal.close();
  await database.drop();
});

const eventsAbout = (accountId: string) =>
  database.ask(
    `select kind, details from audit_event where object = '${accountId}' and kind like 'user.%' and kind <> 'user.read' order by at, number`,
  );
const statusOf = async (accountId: string) => (await database.ask(`select status from account where id = '${accountId}'`))[0]!['status'];
const subjects = async (email: string, atLeast: number) => (await portal.mailsTo(email, atLeast)).map(({ subject }) => subject);
const refused = (status: number, code: string) => ({ status, body: { code } });
let letters = 0;
const address = () => `ny-${(letters += 1)}@example.se`;

test('R56: an insamlingsansvarig invites to several units at once, but not to the collecting side', async () => {
  const email = address();
  const units = [
    { unit: '0488', role: 'unitAdministrator' as const },
    { unit: '0331', role: 'reader' as const },
  ];
  const { accountId, expiresAt } = await manager.ask('inviteUser', { email, name: 'Nyna Nysson', units });
  expect(Date.parse(expiresAt)).toBeGreaterThan(portal.clock.now().getTime() + 29 * 86_400_000);
  expect(await subjects(email, 1)).toEqual(['Välkommen till personalstatistiken']);
  expect(await manager.ask('showUser', { accountId })).toMatchObject({
    status: 'invited',
    invitedBy: 'Iris Exempelsson',
    expiresAt,
    lastSignedInAt: null,
    collectingRole: null,
    units: [
      { unit: '0488', role: 'unitAdministrator' },
      { unit: '0331', role: 'reader' },
    ],
  });
  expect(await eventsAbout(accountId)).toEqual([
    { kind: 'user.invited', details: { role: null, units: '0488 unitAdministrator, 0331 reader' } },
  ]);
  await expect(manager.ask('inviteUser', { email: address(), name: 'Nyna Nysson', collectingRole: 'reader' })).rejects.toMatchObject(
    refused(403, 'user.role-not-grantable'),
  );
  await expect(manager.ask('inviteUser', { email, name: 'Nyna Nysson', units })).rejects.toMatchObject({
    status: 409,
    body: { code: 'user.exists', details: { accountId } },
  });
});

test('an invitation to nothing, to a unit that does not exist and to no address is refused, and nobody gets a letter', async () => {
  const email = address();
  const invite = (request: object) => administrator.ask('inviteUser', { email, name: 'X Y', ...request });
  await expect(invite({})).rejects.toMatchObject(refused(400, 'request.invalid'));
  await expect(invite({ units: [{ unit: '9999', role: 'reader' }] })).rejects.toMatchObject(refused(422, 'user.unit-unknown'));
  await expect(invite({ email: 'anna@', collectingRole: 'reader' })).rejects.toMatchObject(refused(422, 'unit.invalid-email'));
  expect(await portal.mailsTo(email, 0)).toEqual([]);
  expect(await database.ask(`select id from account where email_normalised = '${email}'`)).toEqual([]);
});

test('the same address invited twenty times at once is one account and one letter', async () => {
  const email = address();
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, () => administrator.ask('inviteUser', { email, name: 'Nyna Nysson', collectingRole: 'reviewer' })),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await database.ask(`select status from account where email_normalised = '${email}'`)).toEqual([{ status: 'invited' }]);
  expect(await subjects(email, 1)).toHaveLength(1);
});

test('R56: roles on the collecting side are an administrator’s to give, and never one’s own', async () => {
  const colleague = await portal.person({ collectingRole: 'reader' });
  const { accountId } = colleague;
  await expect(manager.ask('changeCollectingRole', { accountId, role: 'reviewer' })).rejects.toMatchObject({ status: 403 });
  for (const person of [administrator, manager])
    for (const [name, request] of [
      ['blockUser', {}],
      ['endUserSessions', {}],
      ['resetUser', { reason: 'Tappat telefonen.' }],
      ['withdrawInvitation', {}],
      ['resendInvitation', {}],
    ] as const)
      await expect(person.ask(name, { accountId: person.accountId, ...request } as never)).rejects.toMatchObject(
        refused(409, 'user.own-account'),
      );
  await expect(administrator.ask('changeCollectingRole', { accountId: administrator.accountId, role: 'reader' })).rejects.toMatchObject(
    refused(409, 'user.own-account'),
  );
  await expect(administrator.ask('endUser', { accountId: administrator.accountId })).rejects.toMatchObject(
    refused(409, 'user.own-account'),
  );
  await administrator.ask('changeCollectingRole', { accountId, role: 'reviewer' });
  expect((await colleague.ask('whoAmI', {})).collectingRole).toBe('reviewer');
  expect(await subjects(colleague.email, 1)).toEqual(['Din roll i Personalstatistik har ändrats']);
  await administrator.ask('changeCollectingRole', { accountId, role: null });
  await expect(colleague.ask('listUnits', {})).rejects.toMatchObject({ status: 403 });
  expect(await eventsAbout(accountId)).toEqual([
    { kind: 'user.role-changed', details: { role: 'reviewer' } },
    { kind: 'user.role-changed', details: { role: null } },
  ]);
});

test('R56: an insamlingsansvarig looks after people of units, and sees but does not touch the collecting side', async () => {
  const colleague = await portal.person({ collectingRole: 'reader', units: [{ code: '0488' }] });
  const respondent = await portal.person({ units: [{ code: '0488' }] });
  expect((await manager.ask('showUser', { accountId: colleague.accountId })).may).toMatchObject({
    block: false,
    reset: false,
    roles: [],
    end: false,
    endSessions: false,
  });
  for (const name of ['blockUser', 'endUserSessions', 'unblockUser', 'withdrawInvitation'] as const)
    await expect(manager.ask(name, { accountId: colleague.accountId })).rejects.toMatchObject(refused(403, 'user.not-allowed'));
  await expect(manager.ask('resetUser', { accountId: colleague.accountId, reason: 'Nej.' })).rejects.toMatchObject(
    refused(403, 'user.not-allowed'),
  );
  await manager.ask('blockUser', { accountId: respondent.accountId });
  expect(await statusOf(respondent.accountId)).toBe('blocked');
  await expect(manager.ask('endUser', { accountId: respondent.accountId })).rejects.toMatchObject({ status: 403 });
});

test('R49: a blocked account is out with its next request, and comes back with its password and app', async () => {
  const person = await portal.person({ units: [{ code: '0488' }] });
  const { accountId } = person;
  await manager.ask('blockUser', { accountId });
  await expect(person.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
  await expect(manager.ask('blockUser', { accountId })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  await manager.ask('unblockUser', { accountId });
  expect(await statusOf(accountId)).toBe('active');
  await expect(manager.ask('unblockUser', { accountId })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  await expect(person.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
  expect(new Set(await subjects(person.email, 2))).toEqual(
    new Set(['Ditt konto i Personalstatistik är spärrat', 'Ditt konto i Personalstatistik är öppet igen']),
  );
});

test('an invited person who is blocked and opened again is still invited, until the same day', async () => {
  const { accountId, expiresAt } = await administrator.ask('inviteUser', { email: address(), name: 'Nyna', collectingRole: 'reader' });
  await administrator.ask('blockUser', { accountId });
  await administrator.ask('unblockUser', { accountId });
  expect(await administrator.ask('showUser', { accountId })).toMatchObject({ status: 'invited', expiresAt });
});

test('R51: an administrator signs a person out everywhere', async () => {
  const person = await portal.person({ collectingRole: 'reviewer' });
  expect((await administrator.ask('showUser', { accountId: person.accountId })).sessions).toBe(1);
  expect(await administrator.ask('endUserSessions', { accountId: person.accountId })).toEqual({ ended: 1 });
  await expect(person.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
  expect(await subjects(person.email, 1)).toEqual(['Du har loggats ut från Personalstatistik']);
  expect(await administrator.ask('endUserSessions', { accountId: person.accountId })).toEqual({ ended: 0 });
});

test('an ended account has no name, address or roles left, and the letter still arrives', async () => {
  const person = await portal.person({ name: 'Stina Slutsson', units: [{ code: '0488' }], collectingRole: 'reader' });
  const { accountId } = person;
  await administrator.ask('endUser', { accountId });
  await expect(person.ask('whoAmI', {})).rejects.toMatchObject({ status: 401 });
  expect(await administrator.ask('showUser', { accountId })).toMatchObject({
    status: 'ended',
    name: '',
    email: null,
    phone: '',
    units: [],
    collectingRole: null,
    may: { block: false, end: false, reset: false, changeUnits: false, roles: [] },
  });
  expect(await subjects(person.email, 1)).toEqual(['Ditt konto i Personalstatistik är avslutat']);
  await expect(administrator.ask('endUser', { accountId })).rejects.toMatchObject(refused(409, 'user.wrong-state'));
  expect((await administrator.ask('listUsers', { status: 'ended' })).users.map((one) => one.accountId)).toContain(accountId);
  expect((await administrator.ask('listUsers', {})).users.map((one) => one.accountId)).not.toContain(accountId);
});

test('two administrators who take the role from each other at once: one keeps it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [
      await portal.person({ collectingRole: 'administrator' }),
      await portal.person({ collectingRole: 'administrator' }),
    ];
    const take = (by: TestPerson, from: TestPerson) => by.ask('changeCollectingRole', { accountId: from.accountId, role: null });
    const results = await Promise.allSettled([take(one, other), take(other, one)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const left = await database.ask(
      `select id from account where collecting_role = 'administrator' and id in ('${one.accountId}', '${other.accountId}')`,
    );
    expect(left).toHaveLength(1);
  }
});

test('the last administrator is left when all administrators act on each other at once', async () => {
  const circle = await Promise.all(Array.from({ length: 5 }, () => portal.person({ collectingRole: 'administrator' })));
  await Promise.all(
    (await database.ask(`select id from account where collecting_role = 'administrator' and status = 'active'`))
      .map(({ id }) => id as string)
      .filter((id) => !circle.some(({ accountId }) => accountId === id) && id !== administrator.accountId)
      .map((accountId) => administrator.ask('endUser', { accountId })),
  );
  await circle[0]!.ask('blockUser', { accountId: administrator.accountId });
  await Promise.allSettled(
    circle.flatMap((by, index) => [
      by.ask('blockUser', { accountId: circle[(index + 1) % 5]!.accountId }),
      by.ask('changeCollectingRole', { accountId: circle[(index + 2) % 5]!.accountId, role: null }),
      by.ask('endUser', { accountId: circle[(index + 3) % 5]!.accountId }),
    ]),
  );
  const left = await database.ask(`select id from account where collecting_role = 'administrator' and status = 'active'`);
  expect(left.length).toBeGreaterThanOrEqual(1);
  const keeper = circle.find(({ accountId }) => left.some(({ id }) => id === accountId))!;
  await keeper.ask('unblockUser', { accountId: administrator.accountId });
  administrator = keeper;
});

test('the list is searched, filtered and paged, and the word one searched by is in no address, log or event', async () => {
  const person = await portal.person({
    name: 'Örjan Åkesson-Unik',
    email: 'orjan.unik@example.se',
    units: [{ code: '0331', role: 'reader' }],
  });
  const find = (request: object) => administrator.ask('listUsers', request);
  for (const request of [
    { search: 'åkesson-UNIK' },
    { search: 'orjan.unik@' },
    { search: 'Unik', role: 'reader', unit: '0331', status: 'active' },
  ])
    expect((await find(request)).users).toMatchObject([{ accountId: person.accountId, units: [{ unit: '0331', name: 'Åre kommun' }] }]);
  for (const request of [
    { search: 'Unik', role: 'respondent' },
    { search: 'Unik', unit: '0488' },
    { search: 'Unik', status: 'blocked' },
    { search: '%' },
  ])
    expect(await find(request)).toMatchObject({ users: [], total: 0 });
  const whole = await find({ limit: 200 });
  expect(whole.total).toBe(whole.users.length);
  const paged: string[] = [];
  for (let after: string | null = null; ;) {
    const { users } = await find({ after, limit: 7 });
    paged.push(...users.map(({ accountId }) => accountId));
    if (users.length < 7) break;
    after = users.at(-1)!.accountId;
  }
  expect(paged).toEqual(whole.users.map(({ accountId }) => accountId));
  const searched = await database.ask(`select details from audit_event where kind = 'user.searched'`);
  expect(searched.length).toBeGreaterThan(0);
  expect(JSON.stringify(searched) + portal.log.join('')).not.toMatch(/unik/i);
});

test('R78, R84: who opens somebody’s account is told once an hour, and the person sees by whom', async () => {
  const person = await portal.person({ name: 'Sara Seddsson', units: [{ code: '0488' }] });
  const ada = await portal.person({ name: 'Ada Adminsson', collectingRole: 'administrator' });
  const ines = await portal.person({ name: 'Ines Ansvarigsson', collectingRole: 'collectionManager' });
  const { accountId } = person;
  const readings = () =>
    database.ask(`select actor, details, origin from audit_event where kind = 'user.read' and object = '${accountId}' order by at, number`);
  const one = (reader: TestPerson) => ({ actor: `p-${reader.accountId}`, details: {}, origin: '127.0.0.1' });
  await Promise.all(Array.from({ length: 10 }, () => ines.ask('showUser', { accountId })));
  expect(await readings()).toEqual([one(ines)]);
  await ada.ask('showUser', { accountId });
  await ada.ask('showUser', { accountId: ada.accountId });
  expect(await readings()).toEqual([one(ines), one(ada)]);
  const { aboutAccount, events } = await person.ask('showMyData', {});
  expect(aboutAccount.entries.map(({ kind, by }) => [kind, by])).toEqual([
    ['user.read', 'Ada Adminsson'],
    ['user.read', 'Ines Ansvarigsson'],
  ]);
  expect(events.total).toBe(0);
  expect((await ada.ask('showMyData', {})).events.entries).toMatchObject([{ kind: 'user.read', object: accountId }]);
  for (let half = 0; half < 2; half += 1) {
    portal.clock.advance(1800);
    await ines.ask('showUser', { accountId });
  }
  expect(await readings()).toEqual([one(ines), one(ada), one(ines)]);
});

test('R52: nothing is done with an account before the asker has proved anew who they are', async () => {
  const { ask } = await import('../testing/portal.ts');
  const person = await portal.person({ units: [{ code: '0488' }] });
  const asker = await portal.person({ collectingRole: 'administrator' });
  const { accountId } = person;
  const wishes = [
    ['inviteUser', { email: address(), name: 'X', collectingRole: 'reader' }],
    ['resendInvitation', { accountId }],
    ['withdrawInvitation', { accountId }],
    ['changeCollectingRole', { accountId, role: 'reader' }],
    ['blockUser', { accountId }],
    ['unblockUser', { accountId }],
    ['endUser', { accountId }],
    ['endUserSessions', { accountId }],
    ['resetUser', { accountId, reason: 'Tappat telefonen.' }],
    ['approveReset', { reset: accountId }],
    ['declineReset', { reset: accountId }],
    ['approveAdministrator', { administratorRequest: accountId }],
    ['declineAdministrator', { administratorRequest: accountId }],
  ] as const;
  for (const [name, request] of wishes)
    await expect(ask(portal.app, asker.cookie, name, request as never), name).rejects.toMatchObject(refused(403, 'account.step-up-needed'));
  expect(await statusOf(accountId)).toBe('active');
});
