import type { Writer } from '../db/database.ts';
import type { KeyRing } from '../keys.ts';
import type { HeadFile } from './head-files.ts';
import { isSigned, type ChainHead } from './heads.ts';
import { leastYears, type Checkpoint } from './checkpoint.ts';
import { chainsThereAre, walkChain, type ChainState } from './verify.ts';

/** A chain that says something else than a head that was kept of it. */
export interface Contradiction {
  readonly organisationId: string;
  /** Last event that this head and those before it agree on, and the event that the head is of: the change lies after the first. */
  readonly after: number;
  readonly upTo: number;
  /** Name of the file. */
  readonly file: string;
}

export interface LogState {
  readonly chains: readonly ChainState[];
  readonly contradictions: readonly Contradiction[];
  /** Files of heads that hold, and names of those that were changed, cannot be read, or were signed by a key that is gone. */
  readonly files: number;
  readonly brokenFiles: readonly string[];
}

/**
 * Walks every chain there is, and holds each against every head that was kept of it outside: a chain that was cut off, or written
 * anew by somebody who has the keys, contradicts a head.
 */
export async function verifyLog(db: Writer, keys: KeyRing, headFiles: readonly HeadFile[]): Promise<LogState> {
  const brokenFiles = headFiles.filter(({ heads }) => !heads || !isSigned(keys, heads)).map(({ name }) => name);
  const kept = headsKept(headFiles.filter(({ name }) => !brokenFiles.includes(name)));
  const known = new Map((await chainsThereAre(db)).map(({ organisationId, events }) => [organisationId, events]));
  const chains: ChainState[] = [];
  const contradictions: Contradiction[] = [];
  for (const organisationId of [...new Set([...known.keys(), ...kept.keys()])].sort()) {
    const wanted = kept.get(organisationId) ?? [];
    const macs = new Map(wanted.map(({ number }) => [number, number === 0 ? '' : undefined] as [number, string | undefined]));
    const { checkpoint, checkpointFault, ...walk } = await walkChain(db, keys, organisationId, ({ number, mac }) => {
      if (macs.has(number)) macs.set(number, mac.toString('hex'));
    });
    const cut = checkpoint?.number ?? 0;
    chains.push({
      organisationId,
      events: known.get(organisationId) ?? 0,
      ...walk,
      cut,
      checkpointFault: checkpointFault ?? faultSeenOutside(checkpoint, wanted),
    });
    if (walk.brokenAt !== undefined) continue;
    if (checkpoint) macs.set(cut, checkpoint.mac.toString('hex'));
    const left = wanted.filter(({ number }) => number >= cut);
    const agreed = left.filter(({ number, mac }) => macs.get(number) === mac).map(({ number }) => number);
    const first = left.find(({ number, mac, events }) => macs.get(number) !== mac || events !== number);
    if (first)
      contradictions.push({
        organisationId,
        after: Math.max(cut, ...agreed.filter((number) => number < first.number)),
        upTo: first.number,
        file: first.file,
      });
  }
  return { chains, contradictions, files: headFiles.length - brokenFiles.length, brokenFiles };
}

/** What heads that were kept of a chain say of its checkpoint. */
function faultSeenOutside(checkpoint: Checkpoint | undefined, kept: readonly KeptHead[]): ChainState['checkpointFault'] {
  const known = kept.flatMap((head) => head.checkpoint ?? []);
  if (known.some(({ number }) => number > (checkpoint?.number ?? 0))) return 'taken-back';
  if (!checkpoint) return undefined;
  if (known.some(({ number, mac }) => number === checkpoint.number && mac !== checkpoint.mac.toString('hex'))) return 'forged';
  const limit = new Date(checkpoint.at);
  limit.setUTCFullYear(limit.getUTCFullYear() - leastYears);
  limit.setUTCDate(limit.getUTCDate() + 1); // the clocks of the portal and of the database need not agree to the minute
  return kept.some(({ number, at }) => number < checkpoint.number && Date.parse(at) > limit.getTime()) ? 'too-young' : undefined;
}

type KeptHead = ChainHead & { readonly file: string; readonly at: string };

/** Heads by chain, the lowest number first. */
function headsKept(files: readonly HeadFile[]): Map<string, KeptHead[]> {
  const kept = new Map<string, KeptHead[]>();
  for (const { name, heads } of files)
    for (const head of heads!.list.heads)
      (kept.get(head.organisationId) ?? kept.set(head.organisationId, []).get(head.organisationId)!).push({
        ...head,
        file: name,
        at: heads!.list.at,
      });
  for (const heads of kept.values()) heads.sort((one, other) => one.number - other.number);
  return kept;
}
