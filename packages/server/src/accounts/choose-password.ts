import type { Config } from '../config.ts';
import { publish, publishToAccount } from '../platform/live/index.ts';
import type { Account } from './account.ts';
import { isCommon, lengthOf, longestPassword, missingClasses, type CharacterClass } from './password-policy.ts';
import { dropRecoveryCodes } from './recovery/writer.ts';
import { record, type Step } from './steps.ts';
import { tellOwner } from './tell-owner.ts';
import { endSessionsOf } from './sessions/writer.ts';
import { endJourneysOf, saveFirstCredentials, saveNewPassword } from './writer.ts';

export type PasswordFault =
  | { readonly is: 'missing' | 'confirmation-missing' | 'different' | 'too-long' | 'common' }
  | { readonly is: 'weak'; readonly isShort: boolean; readonly classes: readonly CharacterClass[] };

type Choice =
  | { readonly faults: readonly PasswordFault[] }
  /** Makes the password's hash valid, with the app that waits for it; false when the account no longer waits. */
  | { readonly save: (hash: string) => Promise<boolean> };

/** What stands against a new password, or how to save it. Every other way in that was open for the account is shut with it. */
export function choosePassword(step: Step, password: string, confirmation: string): Choice {
  const { account } = step;
  const { config } = step.services;
  const faults = passwordFaults(config, account, password, confirmation);
  return faults.length > 0 ? { faults } : { save: (hash) => save(step, hash) };
}

/** What stands against a password of the person's. */
export function passwordFaults(config: Config, account: Account | undefined, password: string, confirmation: string): PasswordFault[] {
  const words = [config.serviceName, config.organisation.name, config.organisation.short, account?.name ?? '', account?.email ?? ''];
  return faultsOf(password, confirmation, config.limits.passwordMinLength, words);
}

function faultsOf(password: string, confirmation: string, least: number, words: readonly string[]): PasswordFault[] {
  const isAgain = confirmation.normalize('NFC') === password.normalize('NFC');
  const confirming: PasswordFault[] = confirmation === '' ? [{ is: 'confirmation-missing' }] : isAgain ? [] : [{ is: 'different' }];
  if (password === '') return [{ is: 'missing' }, ...(confirmation === '' ? confirming : [])];
  if (password.length > longestPassword) return [{ is: 'too-long' }];
  const isShort = lengthOf(password) < least;
  const classes = missingClasses(password);
  if (isShort || classes.length > 0) return [{ is: 'weak', isShort, classes }, ...confirming];
  return isCommon(password, words) ? [{ is: 'common' }, ...confirming] : confirming;
}

async function save(step: Step, hash: string): Promise<boolean> {
  const { db, services, journey, account, request, tokenHash } = step;
  if (!account) return false;
  const { pendingTotp, pendingTotpKeyId, pendingTotpStep } = journey;
  const isFirst = pendingTotp !== null && pendingTotpKeyId !== null && pendingTotpStep !== null;
  const saved = isFirst
    ? await saveFirstCredentials(
        db,
        account.accountId,
        { password: hash, totp: { keyId: pendingTotpKeyId, sealed: pendingTotp }, step: pendingTotpStep },
        request.now,
      )
    : await saveNewPassword(db, account.accountId, hash, request.now);
  if (!saved) return false;
  if (isFirst) await dropRecoveryCodes(db, account.accountId);
  await endSessionsOf(db, account.accountId);
  await endJourneysOf(db, account.accountId, tokenHash);
  await publishToAccount(db, 'access', account.accountId);
  if (isFirst) await publish(db, 'access');
  await record(step, { kind: isFirst ? 'account.credentials-set' : 'account.password-changed', outcome: 'done' });
  await tellOwner({ db, services, now: request.now }, account.accountId, isFirst ? 'credentials-set' : 'password-changed');
  return true;
}
