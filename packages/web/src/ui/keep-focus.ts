/** Where the focus was: on what, in what that stood, and how it was called. */
interface Spot {
  readonly element: HTMLElement;
  readonly within: readonly Element[];
  readonly name: string;
  readonly page: string;
  readonly isSeen: boolean;
}

let last: Spot | null = null;
/** What opened a dialog or a form, by the dialog or form. */
const openers = new WeakMap<Element, Spot>();
let added: Element[] = [];
let isWaiting = false;

/**
 * Keeps the focus in the page when an action takes away what had it, or disables it for a while. It goes to the first field of a form
 * that came instead; from a dialog or a form that has gone, back to what opened it; else to the part of the page where it was, and
 * last to the page's h1. In a form that was sent with something wrong it goes to the first field that is wrong.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) remember(target);
  });
  // A press beside everything leaves the focus nowhere, as it should.
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      const pressed = target instanceof Element ? target.closest('a, button, input, select, textarea, summary') : null;
      if (pressed instanceof HTMLElement) remember(pressed);
      else last = null;
    },
    { capture: true },
  );
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement) setTimeout(toWhatIsWrong, 0, target);
  });
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) added.push(node);
    if (isWaiting) return;
    isWaiting = true;
    // After the page's own hands: who moves the focus there, has moved it.
    setTimeout(settle, 0);
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled', 'hidden'] });
}

function remember(element: HTMLElement): void {
  const within: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) within.push(one);
  const dialog = element.closest('dialog');
  if (dialog && last && !last.within.includes(dialog) && !openers.has(dialog)) openers.set(dialog, last);
  last = { element, within, name: nameOf(element), page: location.pathname, isSeen: element.matches(':focus-visible') };
}

function settle(): void {
  isWaiting = false;
  const news = added;
  added = [];
  const now = document.activeElement;
  if (!last || (now && now !== document.body)) return;
  if (!stands(last.element)) return goOnFrom(last, news);
  // What is disabled while the answer is on its way has the focus again afterwards.
  if (last.element.matches(':disabled')) return;
  last.element.focus();
  const form = last.element.closest('form');
  if (form) toWhatIsWrong(form);
}

function goOnFrom(spot: Spot, news: readonly Element[]): void {
  const closed = spot.within.find((one) => !stands(one) && openers.has(one));
  const opener = closed && openers.get(closed);
  if (opener) return backTo(opener);
  const around = spot.within.find(stands) ?? document.body;
  const forms = news.flatMap((one) => (one.matches('form') ? [one] : [...one.querySelectorAll('form')]));
  const form = forms.find((one) => stands(one) && around.contains(one));
  const field = form?.querySelector<HTMLElement>(fields);
  if (!form || !field) return toPart(spot, around);
  openers.set(form, spot);
  field.focus();
}

function backTo(opener: Spot): void {
  last = opener;
  if (stands(opener.element)) return opener.element.focus();
  const around = opener.within.find(stands) ?? document.body;
  const again = [...around.querySelectorAll('button')].find((one) => nameOf(one) === opener.name && stands(one));
  if (again) again.focus();
  else goOnFrom(opener, []);
}

function toPart(spot: Spot, around: Element): void {
  const open = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1);
  const part = open && !open.contains(around) ? open : around.closest<HTMLElement>(parts);
  const heading = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  const place = part ?? heading;
  if (!place) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  // Who looks for the focus must find it; for who does not, and on a new page, nothing moves.
  place.focus({ preventScroll: part !== null || !spot.isSeen || spot.page !== location.pathname });
}

function toWhatIsWrong(form: HTMLFormElement): void {
  const now = document.activeElement;
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (wrong && now && form.contains(now) && !now.closest('[role="alert"]') && !now.matches('[aria-invalid="true"]')) wrong.focus();
}

const parts = 'article, section[aria-label], section[aria-labelledby], dialog, [role="region"]';
const fields = 'input:not([type="hidden"], :disabled), select:not(:disabled), textarea:not(:disabled)';
const stands = (element: Element): boolean => element.isConnected && element.checkVisibility();
const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? element.textContent.trim();
