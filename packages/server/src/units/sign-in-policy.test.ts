import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../testing/browser.ts';
import { startFederation, type Federation } from '../testing/federation.ts';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation();
});
afterAll(() => federation.close());
const unit = '0331';

test('how an organisation signs in is decided by who runs the collection, and seen by nobody below', async () => {
  const { portal, manager, database } = federation;
  const choices = [
    { id: 'broker', name: 'Leverantör BROKER' },
    { id: 'other', name: 'Leverantör OTHER' },
  ];
  expect(await manager.ask('showSignInPolicy', { unit })).toEqual({
    organisation: 'Enhet 0331',
    provider: null,
    requiresPasskey: false,
    concernsYou: false,
    providers: choices,
  });
  await manager.ask('changeSignInPolicy', { unit, provider: 'other', requiresPasskey: true });
  expect(await manager.ask('showSignInPolicy', { unit })).toMatchObject({ provider: 'other', requiresPasskey: true });
  await manager.ask('changeSignInPolicy', { unit, provider: null, requiresPasskey: false });
  expect(await manager.ask('showSignInPolicy', { unit })).toMatchObject({ provider: null, requiresPasskey: false });
  const events = await database.ask(
    `select details from audit_event where kind = 'organisation.sign-in-changed' and unit_id = (select id from reporting_unit where code = '${unit}') order by number`,
  );
  expect(events).toEqual([
    { details: { provider: 'other', requiresPasskey: true, signedOut: 0 } },
    { details: { provider: null, requiresPasskey: false, signedOut: 0 } },
  ]);
  for (const person of [
    await portal.person({ units: [{ code: unit, role: 'unitAdministrator' }] }),
    await portal.person({ collectingRole: 'reviewer' }),
  ]) {
    await expect(person.ask('showSignInPolicy', { unit })).rejects.toMatchObject({ status: 403 });
    await expect(person.ask('changeSignInPolicy', { unit, provider: null, requiresPasskey: false })).rejects.toMatchObject({ status: 403 });
  }
});

test('only a provider that the operator has agreed with can be chosen; one that is gone since may stay, and opens nothing', async () => {
  const { manager, database, linked, signIn, portal } = federation;
  await expect(manager.ask('changeSignInPolicy', { unit, provider: 'nobody', requiresPasskey: false })).rejects.toMatchObject({
    status: 422,
    body: { code: 'unit.provider-unknown' },
  });
  const { subject } = await linked();
  await database.ask(`update organisation_policy set oidc_provider = 'gone'`);
  expect(await manager.ask('showSignInPolicy', { unit: '0488' })).toMatchObject({ provider: 'gone' });
  await manager.ask('changeSignInPolicy', { unit: '0488', provider: 'gone', requiresPasskey: true });
  expect((await signIn(openBrowser(portal), subject)).to).toBe('/logga-in/organisation/broker/nekat');
});
