import { randomUUID } from 'node:crypto';
import type { Services } from '../context.ts';
import type { Writer } from '../platform/db/index.ts';
import type { PageRequest } from '../platform/http/index.ts';
import { postLetter } from '../platform/mail/index.ts';
import { mayEnter, type Account } from './account.ts';
import { normaliseAddress } from './address.ts';
import { codeLetter } from './code.mail.ts';
import { countedUnder } from './sessions/device.ts';
import { codeMac } from './mail-code.ts';
import { transition } from './journey.ts';
import { accountByAddress } from './reader.ts';
import { factsOf, OutOfStep, record, stageLife } from './steps.ts';
import { hashOf, journeyCookie, newCode, newToken } from './token.ts';
import { claimCodeMail, endJourney, insertJourney } from './writer.ts';

/**
 * Begins a journey for an address, whether anybody has it or not: the same rows, the same work and the same answer. Only an
 * account that may enter gets the code, at its stored address. What the browser had begun before is gone.
 * @param typed  looks like an address
 * @returns the token for the journey's cookie
 */
export async function beginJourney(services: Services, request: PageRequest, typed: string): Promise<string> {
  const { config, database, keys } = services;
  const next = transition(null, { type: 'address-given' }, factsOf(undefined, config.noticeVersion));
  if (next?.stage !== 'code') throw new OutOfStep();
  const address = normaliseAddress(typed);
  return database.transaction({}, async (db) => {
    const brought = request.cookies[journeyCookie];
    if (brought) await endJourney(db, hashOf(brought));
    const account = await enteringAccount(db, address, request.now);
    const token = newToken();
    const code = newCode();
    await insertJourney(db, {
      tokenHash: token.hash,
      kind: 'invitation',
      stage: 'code',
      address: address ?? typed,
      accountId: account?.accountId ?? null,
      codeMac: codeMac(keys, keys.currentKeyId, token.hash, code),
      codeKeyId: keys.currentKeyId,
      codeExpiresAt: new Date(request.now.getTime() + config.limits.codeMinutes * 60_000),
      codeSentAt: request.now,
      returnPath: null,
      at: request.now,
      expiresAt: new Date(request.now.getTime() + stageLife),
    });
    await mailCode(db, services, request, { account, address: address ?? typed, code });
    return token.value;
  });
}

async function enteringAccount(db: Writer, address: string | undefined, now: Date): Promise<Account | undefined> {
  const account = address ? await accountByAddress(db, address) : undefined;
  return account && mayEnter(account, now) ? account : undefined;
}

/**
 * Sends the code, unless the address has got its share of mails; for an address nobody has a letter is made and thrown away.
 * @returns false when no more mails go to the address for now
 */
export async function mailCode(
  db: Writer,
  services: Services,
  request: PageRequest,
  { account, address, code }: { readonly account: Account | undefined; readonly address: string; readonly code: string },
): Promise<boolean> {
  const { config, keys } = services;
  const limits = { quarter: config.limits.codeMailsPer15Minutes, day: config.limits.codeMailsPerDay };
  const counted = await countedUnder(db, keys, request.cookies, address);
  const mayMail = await claimCodeMail(db, counted, randomUUID(), request.now, limits);
  if (mayMail)
    await postLetter(db, services, request.now, 'code', account?.email ?? null, codeLetter(config, account?.email ?? address, code));
  const outcome = mayMail
    ? { kind: 'account.code-sent', outcome: 'done' as const }
    : { kind: 'account.code-withheld', outcome: 'refused' as const };
  await record({ db, services, request, account }, { ...outcome, details: { known: account !== undefined } });
  return mayMail;
}
