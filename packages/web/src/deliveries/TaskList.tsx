import type { DeliveryView } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { nextTask, tasksOf, type Task, type TaskState } from './next-step.ts';
import style from './task-list.module.css';

/** The steps from file to receipt, each with a line on how it stands, and one button for the next. */
export function TaskList({ delivery }: { readonly delivery: DeliveryView }) {
  const tasks = tasksOf(delivery);
  const next = nextTask(tasks);
  return (
    <>
      <ol className={style['tasks']}>
        {tasks.map((state) => (
          <li key={state.task}>
            <div>
              {state.is === 'notYet' ? texts[state.task] : <Link {...pageOf(delivery.unit, state.task)}>{texts[state.task]}</Link>}
              <span className={style['state']}>{lineOf(state, delivery)}</span>
            </div>
            <span className={`tag ${lookOf(state)}`}>{tagOf(state)}</span>
          </li>
        ))}
      </ol>
      {next && (
        <p className="buttons">
          <Link {...pageOf(delivery.unit, next)} className="button">
            {texts.next[next]}
          </Link>
        </p>
      )}
    </>
  );
}

const texts = deliveryTexts.tasks;

function pageOf(unit: string, task: Task) {
  if (task === 'upload') return paths.upload(unit);
  if (task === 'submit') return paths.submit(unit);
  return paths.checks(unit, { visa: task === 'errors' ? 'fel' : 'varningar' });
}

function tagOf(state: TaskState): string {
  const { tags } = texts;
  switch (state.is) {
    case 'left':
      return state.task === 'errors' ? tags.errors(state.count) : tags.left(state.count);
    case 'failed':
    case 'unreadable':
      return tags.errors(1);
    default:
      return tags[state.is];
  }
}

function lookOf(state: TaskState): string {
  if (state.is === 'done') return 'tag-done';
  if (state.is === 'left') return state.task === 'errors' ? 'tag-error' : 'tag-warning';
  if (state.is === 'failed' || state.is === 'unreadable') return 'tag-error';
  return state.is === 'ongoing' ? 'tag-info' : '';
}

function lineOf(state: TaskState, { file }: DeliveryView): string {
  const { upload, errors, warnings, submit } = texts.states;
  switch (state.task) {
    case 'upload':
      if (state.is === 'ongoing') return upload.checking;
      if (state.is === 'failed') return upload.failed;
      if (state.is === 'unreadable') return upload.unreadable;
      return file ? upload.done(file.name, file.records) : upload.none;
    case 'submit':
      return state.is === 'done' ? submit.done : state.is === 'notStarted' ? submit.ready : submit.waiting;
    default: {
      const lines = state.task === 'errors' ? errors : warnings;
      return state.is === 'left' ? lines.left : state.is === 'done' ? lines.none : lines.waiting;
    }
  }
}
