/** How the name of a file that can be read may end. */
const endings = ['.csv', '.txt', '.xlsx'] as const;
export type Ending = (typeof endings)[number];

export const endingOf = (name: string): Ending | undefined => endings.find((one) => name.toLowerCase().endsWith(one));

/** What the first bytes of files of other kinds are; a text begins with none of them. */
const beginnings = [
  'PK\x03\x04', // zip, and every workbook of today
  '\xd0\xcf\x11\xe0', // the workbooks of yesterday
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'MZ\x90\x00',
  '\x7fELF',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
] as const;

export const bytesToTell = 8;

/** Whether the first bytes agree with how the name ends. What a file holds further on is for the check to say. */
export function agreesWith(ending: Ending, beginning: Uint8Array): boolean {
  const first = String.fromCharCode(...beginning.subarray(0, bytesToTell));
  const found = beginnings.find((one) => first.startsWith(one));
  return ending === '.xlsx' ? found === 'PK\x03\x04' : found === undefined;
}
