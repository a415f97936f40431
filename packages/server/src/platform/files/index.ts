export { diskStore, FileTooLarge } from './store.ts';
export type { FileStore, StoredFile } from './store.ts';
