import { expect, test } from 'vitest';
import { holdsPersonalNumber } from './holds-personal-number.ts';

// Invented: birth numbers 980–999 are not given to anybody. The check digits are right.
test.each(['800101-9804', '8001019804', '19800101-9804', '198001019804', '800101 9804', '800161-9801'])(
  '«%s» in a text is noticed',
  (number) => {
    expect(holdsPersonalNumber(`Frågan gäller ${number}, som slutade i oktober.`)).toBe(true);
  },
);

test.each(['800101-9801', '801301-9800', 'rad 412 och rad 4120', '08-452 70 00', 'organisationsnummer 212000-0449'])(
  '«%s» is not taken for one',
  (text) => {
    expect(holdsPersonalNumber(text)).toBe(false);
  },
);
