import { userTexts as texts } from '@insamling/texts';

/** That an administrator is made by two, said where the role is chosen. */
export function NeedsSecond({ isShown }: { readonly isShown: boolean }) {
  return (
    <div role="status">
      {isShown && (
        <div className="notice">
          <p>{texts.administratorSecond}</p>
          <p>{texts.administratorOnly}</p>
        </div>
      )}
    </div>
  );
}
