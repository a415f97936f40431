import { eventsPath, type LiveEvent } from '@insamling/contract';
import { askAgain, askEverythingAgain } from './questions.ts';

/**
 * Keeps every tab fresh over one connection per browser: the tab that holds the lock listens to the server and tells the
 * others; when it closes, another takes over. Where the stream cannot be had, everything shown is asked for again every 15 s.
 */
export function startListening(): void {
  const channel = new BroadcastChannel('live');
  channel.addEventListener('message', ({ data }) => hear(data as LiveEvent));
  if (!('locks' in navigator)) return pollAlways();
  void navigator.locks.request('live', () => {
    listen((event) => {
      hear(event);
      channel.postMessage(event);
    });
    // Held until the tab closes.
    return new Promise<never>(() => {});
  });
}

function listen(tell: (event: LiveEvent) => void): void {
  const source = new EventSource(eventsPath);
  let polling: ReturnType<typeof setInterval> | undefined;
  let wasOpen = false;
  source.addEventListener('open', () => {
    clearInterval(polling);
    polling = undefined;
    // The server resumes from the last event id; what it no longer remembers is caught here.
    if (wasOpen) void askEverythingAgain();
    wasOpen = true;
  });
  source.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as LiveEvent));
  source.addEventListener('error', () => {
    polling ??= setInterval(() => void askEverythingAgain(), pollEvery);
    if (source.readyState !== EventSource.CLOSED) return;
    // A refusal ends an EventSource for good: try a new one in a while.
    setTimeout(() => {
      clearInterval(polling);
      listen(tell);
    }, retryAfter);
  });
}

function pollAlways(): void {
  setInterval(() => void askEverythingAgain(), pollEvery);
}

const pollEvery = 15_000;
const retryAfter = 60_000;

const waiting = new Map<string, LiveEvent>();

/** Several events in a row about the same thing are one reason to ask. */
function hear(event: LiveEvent): void {
  if (waiting.size === 0) {
    setTimeout(() => {
      const events = [...waiting.values()];
      waiting.clear();
      for (const one of events) void askAgain(one);
    }, 100);
  }
  waiting.set(`${event.topic} ${event.unit ?? ''}`, event);
}
