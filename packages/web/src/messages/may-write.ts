import { ownUnit, useMe } from '../shell/index.ts';

/** Who only reads, on either side, does not write. The server decides; this spares a form that would be refused. */
export function useMayWrite(unit: string): boolean {
  const me = useMe();
  const role = ownUnit(me, unit)?.role ?? me.collectingRole;
  return role !== 'reader';
}
