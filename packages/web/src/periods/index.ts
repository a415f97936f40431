export { PeriodNotice } from './PeriodNotice.tsx';
