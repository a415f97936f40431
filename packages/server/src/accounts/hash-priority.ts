import { spawn } from 'node:child_process';

/** How urgently one thread computes. */
export interface HashPriority {
  /** A hash is begun. */
  begin(): void;
  /** It is made. */
  end(): void;
  /** The thread is no more; its number may be another's soon. */
  close(): void;
}

/**
 * Lets a thread compute only while nothing else wants its core (Linux: SCHED_IDLE, set by `chrt`). A low priority is not enough: whoever
 * wakes up on its core waits for what is left of its time slice, some milliseconds, and a sign-in and its questions to the database wake up
 * thirty times. Where the machine has no rest for a quarter of a second the thread takes the share of its niceness instead, for a minute, so
 * that sign-in goes on under any load. Without `chrt`, or where no program may be started, the niceness is all there is.
 * @param thread    the system's number of it
 * @param patience  milliseconds until a hash that gives way may have been forgotten: on a machine at rest it takes a tenth of this
 * @param shareFor  milliseconds that the thread then keeps its share
 */
export function openHashPriority(thread: number, { patience = 250, shareFor = 60_000 } = {}): HashPriority {
  let sharingSince: number | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const become = (policy: '--idle' | '--other') => {
    try {
      spawn('chrt', [policy, '--pid', '0', String(thread)], { stdio: 'ignore' })
        .on('error', () => undefined)
        .unref();
    } catch {
      // Forbidden by Node's permission model.
    }
  };
  become('--idle');
  return {
    begin() {
      if (sharingSince !== undefined) return;
      waiting = setTimeout(() => {
        sharingSince = performance.now();
        become('--other');
      }, patience).unref();
    },
    end() {
      clearTimeout(waiting);
      if (sharingSince === undefined || performance.now() - sharingSince < shareFor) return;
      sharingSince = undefined;
      become('--idle');
    },
    close: () => clearTimeout(waiting),
  };
}
