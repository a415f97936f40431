/** The card «Säkerhet» in Profil. */
export const securityTexts = {
  title: 'Säkerhet',
  how: 'Du loggar in med lösenord och en kod från din app. Har du en passkey räcker den.',
} as const;
