import { setTimeout as pause } from 'node:timers/promises';
import { commandTexts as texts, fillGaps, keptUnderKeys } from '@insamling/texts';
import { accountSealedColumns, codesUnderOtherKeys, providerLinksUnderOtherKeys, rewrapProviderLinks } from '../accounts/index.ts';
import { resignHeadFiles } from '../audit/index.ts';
import type { Services } from '../context.ts';
import { deliverySealedColumns, renameExplanations } from '../deliveries/index.ts';
import { checkpointsUnderOtherKeys, provedByOtherKeys, recordEvent, renewMacs } from '../platform/audit/index.ts';
import { outboxSealedColumn } from '../platform/mail/index.ts';
import { heldByOtherKeys, resealColumn, type SealedColumn } from '../platform/sealed-column.ts';
import type { Answer } from './answer.ts';
import { withServices } from './operator-services.ts';

/** Every column that the key ring seals; a test compares them with the tables. */
export const sealedColumns: readonly SealedColumn[] = [...deliverySealedColumns, ...accountSealedColumns, outboxSealedColumn];

/** Rows that somebody is just working with are looked at again so many times. */
const rounds = 5;
const pauseMs = 300;

/**
 * `insamling keys rotate`: puts everything that an older key of SECRET_KEYS holds under the first one, beside a portal that runs.
 * Killed and run again it goes on where it was; when it says that all is done the older keys can be taken out.
 */
export async function rotateKeys(): Promise<Answer> {
  const answer = await withServices(rotate);
  return answer ?? { line: texts.noDatabase, exit: 1 };
}

async function rotate(services: Services): Promise<Answer> {
  const { database, keys, clock } = services;
  const done = new Map<string, number>();
  const add = (name: string, count: number) => done.set(name, (done.get(name) ?? 0) + count);
  for (let round = 0; round === 0 || (round < rounds && (await stillSealed(services)) > 0); round += 1) {
    if (round > 0) await pause(pauseMs);
    for (const column of sealedColumns) add(column.name, await resealColumn(database, keys, column));
  }
  for (let moved = -1; moved !== 0;) {
    moved = await database.transaction({}, (db) => rewrapProviderLinks(db, keys));
    add('provider_link.key_id', moved);
  }
  add('explanation.finding_mac', await renameExplanations(services));
  const renewed = await renewMacs(database, keys);
  add('audit_event.key_id', renewed.events);
  add('audit_checkpoint_seal.key_id', renewed.checkpoints);
  const heads = await resignHeadFiles(services);
  add('audit-heads', heads.signed);

  const changed = [...done].filter(([, count]) => count > 0);
  if (changed.length > 0)
    await database.transaction({}, (db) =>
      recordEvent(db, keys, clock.now(), {
        actor: 'system: operator',
        kind: 'keys.rotated',
        object: keys.currentKeyId,
        outcome: 'done',
        details: Object.fromEntries(changed),
        origin: 'system',
      }),
    );

  const left = await stillHeld(services);
  const lines = [
    fillGaps(left.length === 0 ? texts.keysRotated : texts.keysLeft, {
      nyckel: keys.currentKeyId,
      antal: inWords(changed),
      kvar: inWords(left),
    }),
    ...renewed.broken.map(({ organisationId, number }) =>
      fillGaps(texts.keysAuditBroken, { organisation: organisationId, nummer: number }),
    ),
    ...heads.broken.map((file) => fillGaps(texts.keysHeadBroken, { fil: file })),
  ];
  const isWhole = left.length === 0 && renewed.broken.length === 0 && heads.broken.length === 0;
  return { line: lines.join('\n'), exit: isWhole ? 0 : 1 };
}

/** How many values other keys than the first seal. */
const stillSealed = ({ database, keys }: Services): Promise<number> =>
  database.transaction({ side: 'collecting' }, async (db) => {
    let sum = 0;
    for (const column of sealedColumns) sum += await heldByOtherKeys(db, keys, column);
    return sum;
  });

/** What could not be read or proved if only the first key were left. */
const stillHeld = ({ database, keys, clock }: Services): Promise<[string, number][]> =>
  database.transaction({ side: 'collecting' }, async (db) => {
    const held: [string, number][] = [];
    for (const column of sealedColumns) held.push([column.name, await heldByOtherKeys(db, keys, column)]);
    held.push(['journey.code_key_id', await codesUnderOtherKeys(db, keys, clock.now())]);
    held.push(['provider_link.key_id', await providerLinksUnderOtherKeys(db, keys)]);
    held.push(['audit_event.key_id', await provedByOtherKeys(db, keys)]);
    held.push(['audit_checkpoint_seal.key_id', await checkpointsUnderOtherKeys(db, keys)]);
    return held.filter(([, count]) => count > 0);
  });

const inWords = (counts: readonly (readonly [string, number])[]): string =>
  counts.length === 0 ? texts.keysNothing : counts.map(([name, count]) => keptUnderKeys(name, count)).join(', ');
