import { Navigate, Outlet, useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { isManager, useMe } from './me.ts';
import { NotFound } from './NotFound.tsx';
import { admission } from './own-start.ts';

/** The pages of a unit, for those who act for it. The server decides; this only spares a page full of refusals. */
export function OwnUnitOnly() {
  const { unit } = useParams({ from: '/e/$unit' });
  const answer = admission(useMe(), unit);
  if (answer === 'collecting-side') return <Navigate {...paths.unit(unit)} replace />;
  // Another unit is another page: nothing of the former one's forms may remain.
  return answer === 'enter' ? <Outlet key={unit} /> : <NotFound />;
}

/** The collecting side's pages. */
export function CollectingOnly() {
  return useMe().collectingRole ? <Outlet /> : <NotFound />;
}

/** Pages for those who run the collection. */
export function ManagersOnly() {
  return isManager(useMe()) ? <Outlet /> : <NotFound />;
}
