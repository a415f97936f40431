export { Answer, messageOf } from './Answer.tsx';
export { ownUnit, useMe } from './me.ts';
export { NotFound } from './NotFound.tsx';
export { PageTitle } from './PageTitle.tsx';
