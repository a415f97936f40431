import { generateSecret, generateURI, verifySync } from 'otplib';
import { digitsOf } from './token.ts';

const stepSeconds = 30;

/** A new key of 160 bits, base32. */
export const newSecret = (): string => generateSecret({ length: 20 });

/** What the QR code says. Microsoft Authenticator files entries by label alone, hence the service's name in it (RFC 6238, SHA-1, 6 digits, 30 s). */
export const otpauthAddress = (service: string, email: string, secret: string): string =>
  `${generateURI({ issuer: service, label: email, secret })}&algorithm=SHA1&digits=6&period=${stepSeconds}`;

/**
 * Checks an app code by the server's clock alone, one half-minute to either side.
 * @param afterStep  the last step this account has spent: it and older ones are refused
 * @returns the step to spend, or undefined for a wrong, spent or malformed code
 */
export function stepOf(secret: string, typed: string | undefined, now: Date, afterStep: number): number | undefined {
  const token = digitsOf(typed);
  if (!token) return undefined;
  try {
    const result = verifySync({
      secret,
      token,
      epoch: Math.floor(now.getTime() / 1000),
      epochTolerance: stepSeconds,
      afterTimeStep: afterStep,
    });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  } catch {
    return undefined; // the library throws for shapes it dislikes and for a last step far ahead of the clock
  }
}
