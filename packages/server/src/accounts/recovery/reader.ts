import { sql, type Reader } from '../../platform/db/index.ts';

export interface RecoveryState {
  readonly left: number;
  readonly made: number;
  readonly madeAt: Date | null;
  readonly declinedAt: Date | null;
}

export const recoveryStateOf = async (db: Reader, accountId: string): Promise<RecoveryState> =>
  (await db.maybe<RecoveryState>(sql`
    select count(code.code_hash) filter (where code.used_at is null)::int as left, count(code.code_hash)::int as made,
           max(code.created_at) as made_at, account.recovery_offer_declined_at as declined_at
      from account left join recovery_code code on code.account_id = account.id
     where account.id = ${accountId}
     group by account.id`)) ?? { left: 0, made: 0, madeAt: null, declinedAt: null };
