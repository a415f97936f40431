export { ChecksView } from './ChecksView.tsx';
export { CheckView } from './CheckView.tsx';
export { CorrectionsView } from './CorrectionsView.tsx';
export { DeliveryFacts } from './DeliveryFacts.tsx';
export { DeliveryHistory } from './DeliveryHistory.tsx';
export { Questions } from './Questions.tsx';
export { StateTag } from './StateTag.tsx';
export { isBeingChecked, useDelivery } from './use-delivery.ts';
