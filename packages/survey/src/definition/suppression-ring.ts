import type { Rule } from './rule.ts';

/** The id of a rule that silences itself by way of others; undefined when no rule does. */
export function suppressionRing(rules: readonly Pick<Rule, 'id' | 'suppressedBy'>[]): string | undefined {
  const byId = new Map(rules.map((rule) => [rule.id, rule.suppressedBy ?? []]));
  const state = new Map<string, 'open' | 'done'>();
  const ringAt = (id: string): string | undefined => {
    if (state.get(id) === 'done' || !byId.has(id)) return undefined;
    if (state.get(id) === 'open') return id;
    state.set(id, 'open');
    for (const other of byId.get(id) ?? []) {
      const ring = ringAt(other);
      if (ring !== undefined) return ring;
    }
    state.set(id, 'done');
    return undefined;
  };
  for (const { id } of rules) {
    const ring = ringAt(id);
    if (ring !== undefined) return ring;
  }
  return undefined;
}
