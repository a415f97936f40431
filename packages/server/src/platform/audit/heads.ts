import { sql } from 'kysely';
import type { Writer } from '../db/database.ts';
import type { KeyRing } from '../keys.ts';

/** The end of one chain at an instant. */
export interface ChainHead {
  readonly organisationId: string;
  /** Number of the last event. */
  readonly number: number;
  /** Events there have been, those that went with their time included; the same as the number in a whole chain. */
  readonly events: number;
  /** Mac of the last event, lower-case hex. */
  readonly mac: string;
  /** The last event that went with its time; left out while none has. */
  readonly checkpoint?: { readonly number: number; readonly mac: string };
}

/** All heads at an instant, as they are signed and kept outside the database. */
export interface HeadList {
  readonly format: 'personalstatistik-audit-heads-1';
  /** Address of the portal they are of. */
  readonly portal: string;
  /** ISO instant. */
  readonly at: string;
  readonly heads: readonly ChainHead[];
}

/** What a file of heads holds. The first signature is the one of the day; changing keys adds one under the new key. */
export interface SignedHeads {
  readonly list: HeadList;
  /** Ed25519 over the list as compact JSON, base64url. */
  readonly signatures: readonly { readonly keyId: string; readonly signature: string }[];
}

/** The heads of every chain as they stand now. */
export async function headsNow(db: Writer, portal: string, at: Date): Promise<HeadList> {
  const rows = await db.all<HeadRow>(sql`
    select head.organisation_id, head.number, head.mac, checkpoint.number as cut, checkpoint.mac as cut_mac,
           (select count(*) from audit_event event where event.organisation_id = head.organisation_id) as events
      from audit_head head
      left join lateral (
        select number, mac from audit_checkpoint where organisation_id = head.organisation_id order by number desc limit 1) checkpoint on true
     order by head.organisation_id`);
  return {
    format: 'personalstatistik-audit-heads-1',
    portal,
    at: at.toISOString(),
    heads: rows.map(({ organisationId, number, events, mac, cut, cutMac }) => ({
      organisationId,
      number,
      events: events + (cut ?? 0),
      mac: mac.toString('hex'),
      ...(cut !== null && cutMac ? { checkpoint: { number: cut, mac: cutMac.toString('hex') } } : {}),
    })),
  };
}

interface HeadRow {
  readonly organisationId: string;
  readonly number: number;
  readonly events: number;
  readonly mac: Buffer;
  readonly cut: number | null;
  readonly cutMac: Buffer | null;
}

export const signHeads = (keys: KeyRing, list: HeadList): SignedHeads => addSignature(keys, { list, signatures: [] });

/** Signs under the current key too; a list that has such a signature is left as it is. */
export function addSignature(keys: KeyRing, heads: SignedHeads): SignedHeads {
  if (heads.signatures.some(({ keyId }) => keyId === keys.currentKeyId)) return heads;
  const { keyId, signature } = keys.sign(JSON.stringify(heads.list));
  return { ...heads, signatures: [...heads.signatures, { keyId, signature: signature.toString('base64url') }] };
}

/** True when one of the keys that can be read with has signed the list as it is. */
export const isSigned = (keys: KeyRing, { list, signatures }: SignedHeads): boolean =>
  signatures.some(({ keyId, signature }) =>
    keys.isSignedBy(JSON.stringify(list), { keyId, signature: Buffer.from(signature, 'base64url') }),
  );
