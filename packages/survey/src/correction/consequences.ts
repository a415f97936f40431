import type { Finding } from '../findings/finding.ts';
import { describeFile, describeRecord } from '../validation/describe.ts';
import type { FileHit, Slot } from '../validation/slot.ts';
import type { Correction, Validation } from '../validation/validation.ts';
import { speaksOfItsGroup, tellsOf } from './group-words.ts';

interface Corrected {
  readonly record: number;
  readonly column: number;
  readonly correction: Correction;
  /** Findings that are listed of each kind. */
  readonly most?: number;
}

interface Told {
  readonly resolved: readonly Finding[];
  readonly raised: readonly Finding[];
}

/** A record whose finding came, went or may have other words. */
interface Touched {
  readonly slot: Slot;
  readonly record: number;
}

type Words = Map<string, Finding>;

/** Findings that came and went with a correction: put into words when they are asked for, before the next correction. */
export class Consequences {
  readonly #validation: Validation;
  readonly #corrected: Corrected;
  #told: Told | undefined;

  constructor(validation: Validation, corrected: Corrected) {
    this.#validation = validation;
    this.#corrected = corrected;
  }

  /** @throws Error when another correction has been made: the words of a group are known no more */
  get told(): Told {
    return (this.#told ??= this.#tell());
  }

  #tell(): Told {
    const { correction, most = Number.POSITIVE_INFINITY } = this.#corrected;
    if (!this.#validation.isLatest(correction)) throw new Error('What a correction did is told before the next one');
    const touched = this.#touched(most);
    const old = this.#before(() => this.#words(touched, this.#had, (slot) => correction.onFile.get(slot)!));
    const fresh = this.#words(touched, this.#has, (slot) => slot.fileHits);
    return { resolved: without(old, fresh).slice(0, most), raised: without(fresh, old).slice(0, most) };
  }

  /** Those of the record itself, then by slot and record; of each kind no more than are listed. */
  #touched(most: number): Touched[] {
    const { record: corrected, correction } = this.#corrected;
    const { slots } = this.#validation;
    const touched: Touched[] = slots.flatMap((slot) => (slot.bits ? [{ slot, record: corrected }] : []));
    let [gone, come] = [0, 0];
    const spoken = this.#otherwiseSpoken();
    for (const slot of slots) {
      if (gone >= most && come >= most) break;
      const records = new Set([...(correction.changes.get(slot) ?? []), ...(spoken.get(slot) ?? [])]);
      for (const record of [...records].sort((one, other) => one - other)) {
        const [had, has] = [this.#had(slot, record), this.#has(slot, record)];
        if (record === corrected || !((had && gone < most) || (has && come < most))) continue;
        touched.push({ slot, record });
        gone += had ? 1 : 0;
        come += has ? 1 : 0;
      }
    }
    return touched;
  }

  /** Of the slots that speak of groups, those of whom another thing is told now, among the records the cell shares groups with. */
  #otherwiseSpoken(): ReadonlyMap<Slot, readonly number[]> {
    const before = this.#before(() => this.#tells(this.#had, 'before'));
    const now = this.#tells(this.#has, 'now');
    return new Map(
      [...before].map(([slot, old]) => {
        const fresh = now.get(slot)!;
        const differing = (some: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>) =>
          [...some].flatMap(([record, tells]) => (others.get(record) === tells ? [] : [record]));
        return [slot, [...differing(old, fresh), ...differing(fresh, old)]];
      }),
    );
  }

  /** What the words of the findings hang on beside the record. */
  #tells(has: Has, when: string): Map<Slot, Map<number, string>> {
    const { record, column } = this.#corrected;
    const speaking = this.#validation.groupsOf(record, column, (slot) => speaksOfItsGroup(this.#validation, slot));
    return new Map(
      [...speaking].map(([slot, members]) => {
        const tellsOfMember = tellsOf(this.#validation, slot, record, when);
        const tells = new Map<number, string>();
        for (const member of members) if (has(slot, member)) tells.set(member, tellsOfMember(member));
        return [slot, tells];
      }),
    );
  }

  #words(touched: readonly Touched[], has: Has, hitsOf: (slot: Slot) => readonly FileHit[]): Words {
    const words: Words = new Map();
    const note = (finding: Finding) => words.set(identityOf(finding), finding);
    for (const slot of this.#corrected.correction.onFile.keys())
      // One that only guards another is not told of itself.
      if (this.#validation.slots.includes(slot)) for (const hit of hitsOf(slot)) note(describeFile(this.#validation, slot, hit));
    for (const { slot, record } of touched) if (has(slot, record)) note(describeRecord(this.#validation, slot, record));
    return words;
  }

  #before<Answer>(what: () => Answer): Answer {
    const { record, column, correction } = this.#corrected;
    const { text, isCorrected } = correction.before;
    return this.#validation.supposing(record, column, text, what, isCorrected);
  }

  readonly #has: Has = (slot, record) => slot.bits!.has(record);
  readonly #had: Has = (slot, record) => this.#has(slot, record) !== (this.#corrected.correction.changes.get(slot)?.has(record) === true);
}

type Has = (slot: Slot, record: number) => boolean;

/** What a reader sees of a finding. One whose words changed has gone and come. */
const identityOf = (finding: Finding): string =>
  [finding.rule, finding.severity, finding.record, finding.fields.join(), finding.message].join('\u001f');

const without = (found: Words, other: Words): Finding[] =>
  [...found].flatMap(([identity, finding]) => (other.has(identity) ? [] : [finding]));
