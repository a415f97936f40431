export { YourDetails } from './YourDetails.tsx';
