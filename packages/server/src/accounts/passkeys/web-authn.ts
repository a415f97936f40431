/**
 * The library that checks passkeys, loaded when one is first shown: it is a fifth of what a process would load to begin with, and
 * most processes, every command of the operator's among them, never see a passkey.
 */
export const webAuthn = async () => {
  const [server, helpers] = await Promise.all([import('@simplewebauthn/server'), import('@simplewebauthn/server/helpers')]);
  return { ...server, ...helpers };
};
