import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPortal, type Portal } from '../testing/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal({ worker: false, settings: { SECURITY_CONTACT: 'sakerhet@example.se' } });
});
afterAll(() => portal.close());

const get = (url: string) => portal.app.inject({ url, headers: { host: 'localhost:3000' } });
const day = 86_400_000;

test.each(['2026-11-26T10:00:00Z', '2027-02-28T23:59:59Z', '2031-01-01T00:00:00Z'])(
  'security.txt holds what RFC 9116 asks for, and runs out in more than 30 days and less than a year: %s',
  async (at) => {
    portal.clock.set(at);
    const answer = await get('/.well-known/security.txt');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const fields = answer.body
      .trimEnd()
      .split('\r\n')
      .map((line) => /^([A-Z][A-Za-z-]+): (.+)$/.exec(line)!.slice(1) as [string, string]);
    expect(fields.map(([name]) => name)).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical', 'Policy']);
    const { Contact, Expires, Canonical, Policy, ...rest } = Object.fromEntries(fields) as Record<string, string>;
    expect(Contact).toBe('mailto:sakerhet@example.se');
    expect(rest['Preferred-Languages']).toBe('sv, en');
    expect(Canonical).toBe('http://localhost:3000/.well-known/security.txt');
    expect(Expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const left = Date.parse(Expires!) - new Date(at).getTime();
    expect(left).toBeGreaterThan(30 * day);
    expect(left).toBeLessThan(365 * day);
    const policy = await get(new URL(Policy!).pathname);
    expect(policy.statusCode).toBe(200);
    expect(policy.body).toContain('<h1>Rapportera en säkerhetsbrist</h1>');
    expect(policy.body).toContain('href="mailto:sakerhet@example.se"');
  },
);
