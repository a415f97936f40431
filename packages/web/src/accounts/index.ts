export { MyData } from './MyData.tsx';
export { YourDetails } from './YourDetails.tsx';
export { RecoveryOffer } from './RecoveryOffer.tsx';
export { SecurityCard } from './SecurityCard.tsx';
