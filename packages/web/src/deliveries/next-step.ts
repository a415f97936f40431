import type { DeliveryView } from '@insamling/contract';

export type Task = 'upload' | 'errors' | 'warnings' | 'submit';

/** How far one step of a delivery has come. `count` is what is left of it. */
export type TaskState =
  | { readonly task: Task; readonly is: 'notYet' | 'notStarted' | 'ongoing' | 'failed' | 'unreadable' | 'done' }
  | { readonly task: 'errors' | 'warnings'; readonly is: 'left'; readonly count: number };

type Seen = Pick<DeliveryView, 'state' | 'file' | 'counts'>;

/** The steps from file to receipt, in order, with how far each has come. */
export function tasksOf(delivery: Seen): readonly TaskState[] {
  const upload = uploadState(delivery);
  const counts = upload.is === 'done' ? delivery.counts : null;
  const errors = counts ? leftOf('errors', counts.errors + counts.fatal) : notYet('errors');
  const warnings = counts ? leftOf('warnings', counts.warningsLeft) : notYet('warnings');
  return [upload, errors, warnings, submitState(delivery.state, errors.is === 'done' && warnings.is === 'done')];
}

/** The first step that is not done; nothing when all are, or when the server is still working. */
export function nextTask(tasks: readonly TaskState[]): Task | null {
  const first = tasks.find((task) => task.is !== 'done');
  return first && first.is !== 'ongoing' ? first.task : null;
}

/** A submitted delivery has no next step for the respondent, whatever is counted in it. */
export const isSubmitted = ({ state }: Pick<DeliveryView, 'state'>): boolean =>
  state === 'submitted' || state === 'inReview' || state === 'accepted';

function uploadState({ file }: Seen): TaskState {
  if (!file) return { task: 'upload', is: 'notStarted' };
  if (file.check === 'failed') return { task: 'upload', is: 'failed' };
  if (file.check !== 'done') return { task: 'upload', is: 'ongoing' };
  return { task: 'upload', is: file.isFatal ? 'unreadable' : 'done' };
}

const notYet = (task: Task): TaskState => ({ task, is: 'notYet' });

const leftOf = (task: 'errors' | 'warnings', count: number): TaskState => (count > 0 ? { task, is: 'left', count } : { task, is: 'done' });

function submitState(state: DeliveryView['state'], isReady: boolean): TaskState {
  if (isSubmitted({ state })) return { task: 'submit', is: 'done' };
  return { task: 'submit', is: isReady ? 'notStarted' : 'notYet' };
}
