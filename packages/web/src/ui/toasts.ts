export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

/** Confirms what the user just did. Never an error: those stand where they arose. */
export function confirm(text: string, action?: Toast['action']): void {
  last += 1;
  set([...toasts.slice(-2), action ? { id: last, text, action } : { id: last, text }]);
}

export const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));
export const currentToasts = () => toasts;

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
