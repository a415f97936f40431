export type Appearance = 'light' | 'dark' | 'device';

const key = 'appearance';

/** The user's choice on this device; «som enheten» until another is made. */
export function chosenAppearance(): Appearance {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : 'device';
}

export function chooseAppearance(appearance: Appearance): void {
  if (appearance === 'device') localStorage.removeItem(key);
  else localStorage.setItem(key, appearance);
  applyAppearance();
}

/** Makes the page light or dark; the tokens do the rest. */
export function applyAppearance(): void {
  const appearance = chosenAppearance();
  if (appearance === 'device') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = appearance;
}
