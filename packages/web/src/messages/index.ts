export { NewThread } from './NewThread.tsx';
export { ThreadList } from './ThreadList.tsx';
export { ThreadView } from './ThreadView.tsx';
