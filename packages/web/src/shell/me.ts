import type { Me, MyUnit } from '@insamling/contract';
import { createContext, use } from 'react';

export const MeContext = createContext<Me | null>(null);

/** The signed-in person, with units and roles. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe is for pages inside AppFrame');
  return me;
}

export const ownUnit = (me: Me, unit: string): MyUnit | undefined => me.units.find((one) => one.unit === unit);

/** Runs the collection: insamlingsansvarig and upwards. */
export const isManager = ({ collectingRole }: Me): boolean => collectingRole === 'collectionManager' || collectingRole === 'administrator';
