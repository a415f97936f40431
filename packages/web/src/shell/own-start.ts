import type { Me } from '@insamling/contract';

/** Where the signed-in person's work begins: the collecting side, the first unit, or nowhere yet. */
export type OwnStart = { readonly side: 'collecting' } | { readonly side: 'respondent'; readonly unit: string } | { readonly side: 'none' };

export function ownStart(me: Pick<Me, 'collectingRole' | 'units'>): OwnStart {
  if (me.collectingRole) return { side: 'collecting' };
  const first = me.units[0];
  return first ? { side: 'respondent', unit: first.unit } : { side: 'none' };
}

/** May the person see a respondent's page of this unit, or is there a better place, or no such page for them? */
export function admission(me: Pick<Me, 'collectingRole' | 'units'>, unit: string): 'enter' | 'collecting-side' | 'not-found' {
  if (me.units.some((one) => one.unit === unit)) return 'enter';
  return me.collectingRole ? 'collecting-side' : 'not-found';
}
