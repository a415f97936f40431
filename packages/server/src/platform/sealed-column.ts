import { sql, type RawBuilder } from 'kysely';
import type { Database, Writer } from './db/database.ts';
import type { KeyPurpose, KeyRing } from './keys.ts';

/** A column of values sealed by the key ring, whose key id stands beside it. */
export interface SealedColumn {
  /** Table and column of the key id, for example `account.totp_key_id`. */
  readonly name: `${string}.${string}`;
  /** Column of the sealed value in the same table. */
  readonly sealed: string;
  readonly purpose: KeyPurpose;
  /** The place a value is bound to, as SQL over its row. */
  readonly place: RawBuilder<unknown>;
}

interface SealedValue {
  readonly at: string;
  readonly keyId: string;
  readonly sealed: Buffer;
  readonly place: string;
}

const batch = 500;

const namesOf = ({ name, sealed }: SealedColumn) => {
  const [table = '', keyId = ''] = name.split('.');
  return { table: sql.id(table), keyId: sql.id(keyId), sealed: sql.id(sealed) };
};

/**
 * Seals anew, under the current key, what an older key holds of a column: a batch a transaction, each value only if it is still the
 * one that was read. Rows that somebody is working with are left for the next run, and so is a value that cannot be opened.
 * @returns how many values were sealed anew
 */
export async function resealColumn(database: Database, keys: KeyRing, column: SealedColumn): Promise<number> {
  const { table, keyId, sealed } = namesOf(column);
  let done = 0;
  for (let after = '(0,0)'; ;) {
    const values = await database.transaction({ side: 'collecting' }, async (db) => {
      const some = await db.all<SealedValue>(sql`
        select ctid::text as at, ${keyId} as key_id, ${sealed} as sealed, ${column.place} as place from ${table}
         where ctid > ${after}::tid and ${keyId} <> ${keys.currentKeyId} and ${sealed} is not null
         order by ctid limit ${batch} for update skip locked`);
      for (const value of some) done += await resealValue(db, keys, column, value);
      return some;
    });
    const last = values.at(-1);
    if (!last) return done;
    after = last.at;
  }
}

async function resealValue(db: Writer, keys: KeyRing, column: SealedColumn, value: SealedValue): Promise<number> {
  const plain = opened(keys, column, value);
  if (!plain) return 0;
  const { table, keyId, sealed } = namesOf(column);
  const anew = keys.seal(column.purpose, plain, value.place);
  return db.run(sql`
    update ${table} set ${sealed} = ${anew.sealed}, ${keyId} = ${anew.keyId}
     where ctid = ${value.at}::tid and ${keyId} = ${value.keyId} and ${sealed} = ${value.sealed}`);
}

function opened(keys: KeyRing, { purpose }: SealedColumn, value: SealedValue): Buffer | undefined {
  try {
    return keys.open(purpose, value, value.place);
  } catch {
    return undefined;
  }
}

/** How many values of a column another key than the current one holds. */
export async function heldByOtherKeys(db: Writer, keys: KeyRing, column: SealedColumn): Promise<number> {
  const { table, keyId, sealed } = namesOf(column);
  const counted = await db.maybe<{ count: number }>(
    sql`select count(*) as count from ${table} where ${keyId} <> ${keys.currentKeyId} and ${sealed} is not null`,
  );
  return counted?.count ?? 0;
}
