export { Answer, messageOf, Together } from './Answer.tsx';
export { ownUnit, useMe } from './me.ts';
export { FormDialog } from './FormDialog.tsx';
export { NotFound } from './NotFound.tsx';
export { useConfirmedFacts } from './step-up-facts.ts';
export type { ConfirmedFact } from './step-up-facts.ts';
export { canUsePasskeys, makePasskey } from './passkey.ts';
export { PageTitle } from './PageTitle.tsx';
