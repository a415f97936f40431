export { RequestList } from './RequestList.tsx';
