import { expect, test } from 'vitest';
import { hidePersonalNumbers, holdsPersonalNumber, maskPersonalNumber } from './holds-personal-number.ts';

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

test.each([
  ['8001019804', '800101-••••'],
  ['800101-9804', '800101-••••'],
  ['19800101-9804', '19800101-••••'],
  ['8001019801', '800101-••••'],
  ['80010198', '••••'],
  ['Anna', '••••'],
])('«%s» in the column of personal numbers is shown as «%s»', (text, shown) => {
  expect(maskPersonalNumber(text)).toBe(shown);
});

test('a number in a longer text loses its last four digits, and what is none is left', () => {
  expect(hidePersonalNumbers('Anställning 19800101-9804 och 8001019804, rad 412')).toBe(
    'Anställning 19800101-•••• och 800101-••••, rad 412',
  );
  expect(hidePersonalNumbers('organisationsnummer 212000-0449')).toBe('organisationsnummer 212000-0449');
});
