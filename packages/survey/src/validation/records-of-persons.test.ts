import { expect, test } from 'vitest';
import { RecordsOfPersons } from './records-of-persons.ts';

/** Persons and values of as many records: most persons have one or two, one of them a third of all. */
const records = 3000;
const persons = Int32Array.from({ length: records }, (_, record) => (record % 3 === 0 ? 7 : 1 + (Math.imul(record, 7919) % 1500)));
const values = Uint16Array.from({ length: records }, (_, record) => Math.imul(record, 31) % 700);
const isCounted = (record: number): boolean => record % 10 !== 4;
const of = (person: number, value: number): number[] =>
  [...persons.keys()].filter((record) => isCounted(record) && persons[record] === person && values[record] === value);

test('the record of a person with a value is found where there is only one', () => {
  const found = new RecordsOfPersons(persons, 1502, isCounted);
  const pairs = [...persons.keys()].map((record) => [persons[record]!, values[record]!] as const);
  const asked = [...pairs, ...pairs.map(([person, value]) => [person, value + 1] as const), [1501, 3] as const];
  const expected = asked.map(([person, value]) => {
    const all = of(person, value);
    return all.length === 1 ? all[0] : -1;
  });
  expect(asked.map(([person, value]) => found.only(person, values, value))).toEqual(expected);
  expect(expected.filter((one) => one === -1).length).toBeGreaterThan(1000);
  expect(expected.filter((one) => one !== -1).length).toBeGreaterThan(1000);
});

test('nobody is person 0, and who has only records that are not looked at is not there', () => {
  const few = new RecordsOfPersons(Uint8Array.from([0, 1, 2, 2, 3]), 4, (record) => record !== 1);
  expect([0, 1, 2, 3].map((person) => few.has(person))).toEqual([false, false, true, true]);
  expect(few.only(0, Uint8Array.from([9, 9, 9, 9, 9]), 9)).toBe(-1);
});

// Time that grows with the square of the records would not be ready before the test is given up.
test('one person with every record is looked for as soon as others', () => {
  const many = 60_000;
  const own = Int32Array.from({ length: many }, (_, record) => record >> 1);
  const one = new RecordsOfPersons(new Uint8Array(many).fill(1), 2, () => true);
  const single = Int32Array.from({ length: many }, (_, record) => record);
  for (let record = 0; record < many; record += 1) {
    expect(one.only(1, single, record)).toBe(record);
    expect(one.only(1, own, record >> 1)).toBe(-1);
  }
});
