import type { CollectingRole, DeliveryState, UnitRole } from '@insamling/contract';
import type { UnitDates } from '../extensions/index.ts';
import { isReopenable, isWorkable, takesFile } from './delivery.ts';

/** Who asks, for which unit. */
export interface Asker {
  readonly unitRole: UnitRole | null;
  readonly collectingRole: CollectingRole | null;
}

/** May act for the unit: upload, correct, explain, submit. */
export const actsForUnit = ({ unitRole }: Asker): boolean => unitRole === 'respondent' || unitRole === 'unitAdministrator';

const judges: readonly CollectingRole[] = ['reviewer', 'collectionManager', 'administrator'];

/** What the screen offers now. The operations ask again. */
export function permissions(
  asker: Asker,
  state: DeliveryState,
  dates: UnitDates | undefined,
  today: string,
  file: { readonly isChecked: boolean; readonly isFatal: boolean } | undefined,
) {
  const acts = actsForUnit(asker);
  const reviews = asker.collectingRole !== null && judges.includes(asker.collectingRole);
  const isOpen = dates !== undefined && today <= dates.closesOn;
  const canWork = acts && isOpen && isWorkable(state) && file?.isChecked === true && !file.isFatal;
  return {
    upload: acts && dates !== undefined && today <= dates.lastUploadOn && takesFile(state),
    correct: canWork,
    explain: canWork,
    submit: canWork,
    withdraw: acts && isOpen && state === 'submitted',
    review: reviews && state === 'submitted',
    accept: reviews && state === 'inReview',
    return: reviews && state === 'inReview',
    reopen: reviews && isReopenable(state),
  };
}
