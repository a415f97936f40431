let held = 0;

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/**
 * Lets the browser ask before the window is closed, while something has not been sent yet.
 * @returns how to let go of it; once is enough
 */
export function holdWindow(): () => void {
  if (held === 0) addEventListener('beforeunload', ask);
  held += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    held -= 1;
    if (held === 0) removeEventListener('beforeunload', ask);
  };
}
