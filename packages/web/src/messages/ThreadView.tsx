import type { Message, Thread } from '@insamling/contract';
import { instantInShort, messageTexts as texts } from '@insamling/texts';
import { Link, type LinkOptions } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from '../client.ts';
import { askAgain, useAnswer, useChange } from '../questions.ts';
import { Answer, messageOf, PageTitle, useMe } from '../shell/index.ts';
import { Field } from '../ui/Field.tsx';
import style from './messages.module.css';
import { useMayWrite } from './may-write.ts';
import { problemOf } from './problem-of.ts';

interface ThreadViewProps {
  readonly unit: string;
  readonly thread: string;
  readonly checkLink: (rule: string) => LinkOptions;
  /** On a page whose h1 is something else, the subject is a part of it. */
  readonly isPart?: boolean;
}

/** The messages of a thread and the answer under them. What is shown counts as read. */
export function ThreadView({ unit, thread, checkLink, isPart = false }: ThreadViewProps) {
  const answer = useAnswer('showThread', { unit, thread });
  const mayWrite = useMayWrite(unit);
  return (
    <Answer of={answer}>
      {(data) => (
        <>
          {isPart ? <h2>{data.subject}</h2> : <PageTitle title={data.subject} />}
          {data.rule && data.deliveryId && (
            <p>
              {texts.about(data.rule)}. <Link {...checkLink(data.rule)}>{texts.openCheck}</Link>
            </p>
          )}
          <Messages thread={data} />
          {mayWrite ? <ReplyForm unit={unit} thread={thread} /> : <p className="muted">{texts.onlyReading}</p>}
        </>
      )}
    </Answer>
  );
}

function Messages({ thread }: { readonly thread: Thread }) {
  const { unit, id, unread, messages } = thread;
  const last = messages.at(-1);
  useMarkRead(unit, id, unread, last?.id);
  const [firstShown] = useState(messages.length);
  const hasArrived = messages.length > firstShown && last?.isMine === false;
  return (
    <>
      <ol className={style['messages']} aria-label={texts.thread}>
        {messages.map((message) => (
          <OneMessage key={message.id} message={message} />
        ))}
      </ol>
      <p role="status" className="visually-hidden">
        {hasArrived && texts.arrived}
      </p>
    </>
  );
}

function OneMessage({ message: { side, author, isMine, text, at } }: { readonly message: Message }) {
  const { service } = useMe();
  const name = isMine ? texts.you : side === 'collecting' ? `${author}, ${service.organisationShort}` : author;
  return (
    <li className={isMine ? style['own'] : undefined}>
      <p className={style['text']}>{text}</p>
      <p className={style['by']}>{texts.by(name, instantInShort(at))}</p>
    </li>
  );
}

function useMarkRead(unit: string, thread: string, unread: number, upTo: string | undefined): void {
  useEffect(() => {
    if (unread === 0 || !upTo) return;
    ask('markThreadRead', { unit, thread, upTo }).then(
      () => askAgain({ topic: 'messages', unit: null }),
      // Read but not marked: it stays «Ny» and is marked the next time.
      () => undefined,
    );
  }, [unit, thread, unread, upTo]);
}

function ReplyForm({ unit, thread }: { readonly unit: string; readonly thread: string }) {
  const [text, setText] = useState('');
  const [wasSent, setSent] = useState(false);
  const reply = useChange('reply', ['messages']);
  const requestId = useRef(crypto.randomUUID());
  const problem = problemOf(text, texts.textMissing);
  const send = () => {
    setSent(true);
    if (problem) return;
    reply.mutate(
      { unit, thread, text, requestId: requestId.current },
      {
        onSuccess: () => {
          requestId.current = crypto.randomUUID();
          setText('');
          setSent(false);
        },
      },
    );
  };
  const shown = wasSent || text !== '' ? problem : undefined;
  return (
    <form
      className="narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={texts.replyLabel} error={shown ?? (reply.error ? messageOf(reply.error) : undefined)}>
        {(control) => <textarea {...control} rows={4} maxLength={5000} value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <button type="submit" className="button" disabled={reply.isPending}>
        {reply.isPending ? texts.sending : texts.reply}
      </button>
    </form>
  );
}
