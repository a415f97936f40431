export { YourDetails } from './YourDetails.tsx';
export { SecurityCard } from './SecurityCard.tsx';
