import { expect, test } from 'vitest';
import { november2026 } from '../editions/november-2026/index.ts';
import { variables } from '../editions/november-2026/variables.ts';
import { openDelivery } from '../open-delivery.ts';
import { bytesOf } from '../testing/bytes.ts';
import { doctor, hourly, monthly, personBorn, type Examples } from '../testing/examples/example.ts';
import { files } from '../testing/examples/files.ts';
import { groups as overRecords } from '../testing/examples/groups.ts';
import { timeAndPay } from '../testing/examples/time-and-pay.ts';
import { whoAndWhere } from '../testing/examples/who-and-where.ts';
import { work } from '../testing/examples/work.ts';
import { fillMessage, inGroups } from './gaps.ts';
import { factsOf, withCells, type Cells, type Row } from '../testing/records.ts';

const groups: readonly Examples[] = [files, whoAndWhere, work, timeAndPay, overRecords];
const hits = groups
  .flatMap((group) => Object.entries(group))
  .flatMap(([rule, examples]) => examples.filter(({ isHit }) => isHit).map((example) => ({ rule, ...example })));

/** What is said by the rule of the first record changed so, standing on row 4 of its file. */
function said(rule: string, cells: Cells, on: Row = monthly, others: readonly Row[] = []): string[] {
  const header = variables.map(({ name }) => name);
  const rows = [header, [], withCells(hourly, { personalNumber: personBorn('790101') }), withCells(on, cells), ...others];
  const file = bytesOf(rows.map((row) => `${row.join(';')}\r\n`).join(''));
  const delivery = openDelivery(november2026, file, factsOf(on === doctor ? '0400' : '0488'));
  return delivery.findings({ rules: [rule] }).map(({ message }) => message);
}

test.each(hits)('$rule: $says: the sentence has no gap left, and nothing unknown in it', ({ rule, file, facts }) => {
  const findings = openDelivery(november2026, file, facts).findings({ rules: [rule] });
  expect(findings.length).toBeGreaterThan(0);
  for (const { message } of findings) {
    expect(message).not.toMatch(/[{}]|undefined|null|NaN|Infinity|\[object/);
    expect(message).not.toMatch(/\s\s|\s[.,:](?!\w)|\(\s*-|-\s*\)|^\s|[^.!?]$/);
    expect(message).toMatch(/^[A-ZÅÄÖ0-9]/);
  }
});

test('only what is confirmed there sends anybody to Profil & enheter: registers of employers and districts have no page', () => {
  const sending = november2026.rules.filter(({ texts }) => Object.values(texts).some((text) => text?.includes('Profil & enheter')));
  expect(sending.map(({ id }) => id)).toEqual(['F-02']);
});

test('a number is in groups of three before its decimals, whatever sign it has', () => {
  expect(['+10275,0', '−999,9', '1234', '1234567,89', '–'].map(inGroups)).toEqual([
    '+10\u00a0275,0',
    '−999,9',
    '1\u00a0234',
    '1\u00a0234\u00a0567,89',
    '–',
  ]);
});

test('two units in one sentence are named alike', () => {
  const file = bytesOf(`${withCells(monthly, { municipalityCode: '0114' }).join(';')}\r\n`);
  const [finding] = openDelivery(november2026, file, factsOf('0488')).findings({ rules: ['FIL-14'] });
  expect(finding?.message).toBe('Filen gäller 0114 Upplands Väsby, men du lämnar för 0488 Trosa. Välj rätt enhet eller rätt fil.');
});

test('one of what a rule counts is told of as one', () => {
  const counting = november2026.rules.filter(({ texts }) => texts.message.includes('{antal|'));
  expect(counting.map(({ id }) => id)).toEqual(['FIL-04', 'FIL-08', 'FIL-12', 'P07-05', 'K-07', 'D-08', 'F-03', 'F-06']);
  const saidOf = (n: number) =>
    counting.map(({ texts }) => fillMessage(texts.message, undefined as never, (gap) => (gap === 'antal' ? `${n}` : '–')));
  const word = (message: string) => /\d+ ([a-zåäö]+(?: rader| rad)?)/.exec(message)?.[1];
  expect(saidOf(1).map(word)).toEqual(['post', 'tom rad', 'värde', 'post', 'person', 'person', 'varning', 'post']);
  expect(saidOf(2).map(word)).toEqual(['poster', 'tomma rader', 'värden', 'poster', 'personer', 'personer', 'varningar', 'poster']);
});

test('the gaps that the rules use are those of the catalogue', () => {
  const used = new Set(november2026.rules.flatMap(({ texts }) => [...texts.message.matchAll(/\{([^}:|]+)[|}]/g)].map(([, gap]) => gap)));
  const catalogue =
    'aid aidnamn antal antalår anställningsform anställningsid arbetsgivare avtal befattning datum enhet enhetskod enhetsnamn enhetstyp exempel fältnamn förra förslag förväntat grad grupp gräns längd max namn1 namn2 nedre nr nu orgnr procent rad rad1 rad2 sektor skiljetecken summa verksamhet värde ålder övre';
  expect(used).toEqual(new Set(catalogue.split(' ')));
});

test.each<[rule: string, cells: Cells, on: Row, sentence: string]>([
  [
    'FIL-09',
    { positionCode: '12345678901' },
    monthly,
    'Rad 4, fält 14 Befattning: värdet har 11 tecken men får ha högst 10. Korta värdet.',
  ],
  ['FIL-09', { standbyHours: '0123456' }, monthly, 'Rad 4, fält 38 Beredskapstid: värdet har 6 tecken men får ha högst 5. Korta värdet.'],
  [
    'FIL-10',
    { standbyHours: ' 1 000 ' },
    monthly,
    'Rad 4, fält 38 Beredskapstid: ”1 000” är inte ett heltal. Skriv bara siffror, utan mellanslag och andra tecken.',
  ],
  [
    'FIL-11',
    { agreedEmploymentRate: '75,5' },
    monthly,
    'Rad 4, fält 21 Överenskommen sysselsättningsgrad: skriv ”75,5” utan decimaltecken, till exempel 7550 för 75,50.',
  ],
  [
    'FIL-11',
    { agreedFullTimeSalary: '33500.00' },
    monthly,
    'Rad 4, fält 27 Överenskommen lön, heltid: skriv ”33500.00” utan decimaltecken, till exempel 32500 för 32 500.',
  ],
  [
    'P01-03',
    { municipalityCode: '0114' },
    monthly,
    'Fält 1 Kommun-/kommunalförbundskod, landsting-/regionkod: posten har koden 0114 men inlämningen gäller 0488 Trosa kommun. Ta bort posten eller rätta koden.',
  ],
  [
    'P07-07',
    { personalNumber: personBorn('301101') },
    monthly,
    'Fält 7 Personnummer: personen är 96 år enligt numret. Kontrollera numret i lönesystemet.',
  ],
  [
    'P07-09',
    { personalNumber: personBorn('561101') },
    monthly,
    'Fält 7 Personnummer: personen är 70 år och anställningsformen är Tillsvidareanställning. Rätta eller kommentera.',
  ],
  [
    'P07-09',
    { personalNumber: personBorn('451101'), employmentForm: '' },
    hourly,
    'Fält 7 Personnummer: personen är 81 år och anställningsformen är okänd. Rätta eller kommentera.',
  ],
  [
    'P03-01',
    { organisationNumber: '' },
    monthly,
    'Fält 3 Organisationsnummer: tomt är inte ett giltigt organisationsnummer. Ange tio siffror utan bindestreck.',
  ],
  [
    'P18-03',
    { employedFrom: '19930407' },
    monthly,
    'Fält 18 Anställd från och med: anställningen börjar innan personen fyllt 13 år. Rätta datumet eller fält 7 Personnummer.',
  ],
  [
    'P21-02',
    { agreedEmploymentRate: '10001' },
    monthly,
    'Fält 21 Överenskommen sysselsättningsgrad: 100,01 procent är mer än heltid. Ange högst 100,00 procent per anställning.',
  ],
  [
    'P21-04',
    { agreedEmploymentRate: '499', actualEmploymentRate: '0' },
    monthly,
    'Fält 21 Överenskommen sysselsättningsgrad: 4,99 procent är mycket lågt. Är personen timavlönad? Rätta eller kommentera.',
  ],
  [
    'P27-02',
    { agreedFullTimeSalary: '0014999' },
    monthly,
    'Fält 27 Överenskommen lön, heltid: 14\u00a0999 kronor ligger utanför det vanliga (15\u00a0000-200\u00a0000). Rätta eller kommentera.',
  ],
  [
    'P27-03',
    { agreedFullTimeSalary: '0021027' },
    monthly,
    'Fält 27 Överenskommen lön, heltid: 21\u00a0027 kronor avviker från lönerna för 402010 Förskollärare (21\u00a0028-51\u00a0744). Rätta eller kommentera.',
  ],
  [
    'P28-01',
    { fixedSupplements: '10051' },
    monthly,
    'Fält 28 Fasta lönetillägg: tilläggen är mer än 30 procent av lönen. Rätta eller kommentera.',
  ],
  [
    'P33-02',
    { hourlyPay: '08999' },
    hourly,
    'Fält 33 Timlön: 89,99 kronor per timme är ovanligt. Skriv två decimaler, 015050 för 150,50. Rätta eller kommentera.',
  ],
  [
    'P34-02',
    { hoursWorked: '072001' },
    hourly,
    'Fält 34 Arbetade timmar, timavlönad: 720,01 timmar på en månad är ovanligt. Kontrollera decimalerna. Rätta eller kommentera.',
  ],
  [
    'P09-05',
    { aidLabel: '207012' },
    monthly,
    'Fält 9 Etikett enligt AID: 207012 Undersköterska, habilitering används i regioner. Rätta etiketten eller kommentera.',
  ],
  [
    'P10-04',
    { aidLabel: '101999' },
    monthly,
    'Fält 10 Ansvar enligt AID: etiketten 101999 (okänd) är ett ledningsarbete men ansvarskod saknas. Ange A, B, C eller L, eller kommentera.',
  ],
  [
    'P05-04',
    { activityCode: '510' },
    monthly,
    'Fält 5 Verksamhetsindelning och fält 9 Etikett enligt AID: verksamheten 510 Vård och omsorg om äldre är ovanlig för etiketten 402010 Förskollärare. Rätta eller kommentera.',
  ],
])('%s with %o is said so', (rule, cells, on, sentence) => {
  expect(said(rule, cells, on)).toEqual([sentence]);
});

test('repeated records are named by the first and the other of their rows', () => {
  expect(said('K-01', {}, monthly, [hourly, monthly, monthly])).toEqual([
    'Rad 4 och 6 är exakt lika. Ta bort den ena.',
    'Rad 4 och 6 är exakt lika. Ta bort den ena.',
    'Rad 4 och 7 är exakt lika. Ta bort den ena.',
  ]);
});

test('a record that differs only in a number that cannot be read is not named among the repeated', () => {
  const unread = (text: string) => withCells(monthly, { standbyHours: text });
  expect(said('K-01', { standbyHours: '1x' }, monthly, [unread('2x'), unread('3x'), unread('2x')])).toEqual([
    'Rad 5 och 7 är exakt lika. Ta bort den ena.',
    'Rad 5 och 7 är exakt lika. Ta bort den ena.',
  ]);
});

test('numbers that cannot be read are equal when their letters are, however they are written', () => {
  const unread = (text: string) => withCells(monthly, { standbyHours: text });
  expect(said('K-01', { standbyHours: '1\u00e5' }, monthly, [unread('1a\u030a'), unread(' 1\u00e5\u00a0')])).toHaveLength(3);
});

test('a person with several employments is told the sum of them', () => {
  const other = withCells(monthly, { employmentId: 'X2', agreedEmploymentRate: '00050', actualEmploymentRate: '0' });
  expect(said('K-03', {}, monthly, [other])).toEqual([
    'Personens anställningar är tillsammans 100,50 procent. Rätta eller kommentera.',
    'Personens anställningar är tillsammans 100,50 procent. Rätta eller kommentera.',
  ]);
});

test('the day of an earlier upload is written as people say it', () => {
  const facts = { ...factsOf('0488'), sha256: 'a1', earlierUploads: [{ sha256: 'a1', uploadedOn: '2026-11-02' }] };
  const [finding] = openDelivery(november2026, bytesOf(monthly.join(';')), facts).findings({ rules: ['FIL-15'] });
  expect(finding?.message).toBe('Exakt samma fil laddades upp 2:a november 2026. Ladda upp en ny export om du har rättat i lönesystemet.');
});

test('a value of any length makes a sentence of a line or two', () => {
  for (const cells of [{ standbyHours: 'x'.repeat(50_000) }, { aidLabel: '1'.repeat(50_000) }]) {
    const [message = ''] = [...said('FIL-10', cells), ...said('P09-02', cells)];
    expect(message.length).toBeLessThan(300);
    expect(message).toContain('…');
  }
});
