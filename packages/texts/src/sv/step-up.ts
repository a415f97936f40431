import { counted } from './numbers.ts';

/** «Bekräfta att det är du»: asked for before what must not happen from a computer that somebody left open. */
export const stepUpTexts = {
  title: 'Bekräfta att det är du',
  /** @param purpose first word of what the proof is for; empty for anything else */
  why: (purpose: string): string =>
    purpose === 'submit'
      ? 'Du är på väg att lämna in. Ange en ny kod från appen. Den gäller bara för den här inlämningen.'
      : 'Ange en ny kod från appen. Sedan frågar vi inte igen på fem minuter.',
  code: 'Kod från appen',
  hint: '6 siffror. En kod du redan har använt går inte att använda igen.',
  missing: 'Ange koden.',
  wrong: 'Koden stämmer inte. Vänta på nästa kod i appen och försök igen.',
  paused: (minutes: number): string => `För många försök. Vänta ${counted(minutes, 'minut', 'minuter')} och försök igen.`,
  blocked: 'Appkoden har angetts fel för många gånger. Skriv till oss i Meddelanden.',
  confirm: 'Bekräfta',
} as const;
