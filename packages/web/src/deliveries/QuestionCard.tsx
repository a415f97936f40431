import type { QuestionView } from '@insamling/contract';
import { questionTexts as texts } from '@insamling/texts';
import { Link, type LinkOptions } from '@tanstack/react-router';
import { useState } from 'react';
import { Field } from '../ui/Field.tsx';
import { ExplainQuestion } from './ExplainQuestion.tsx';

interface QuestionCardProps {
  readonly place: { readonly unit: string; readonly delivery: string; readonly fileId: string };
  readonly question: QuestionView;
  readonly mayCorrect: boolean;
  readonly mayExplain: boolean;
  readonly checkLink: (rule: string) => LinkOptions;
  readonly heading: 'h3' | 'h4';
  /** Mends the column. Settled by whoever holds the card: it goes when its question is answered. */
  readonly apply: (key: string, choice: string | null) => void;
  readonly isApplying: boolean;
  readonly error: string | undefined;
}

/** One question: what was seen, why it is asked, an example of what would be done, and the two answers. */
export function QuestionCard(props: QuestionCardProps) {
  const { place, question, mayCorrect, mayExplain, checkLink, heading: Heading } = props;
  const { cause, fields, group, records, of, findings, unexplained, rules, remedy } = question;
  const field = fields[0] ? texts.field(fields[0].number, fields[0].name) : '';
  return (
    <section className="card">
      <Heading>{texts.questions[cause]({ field, records, of })}</Heading>
      {group && <p>{texts.ofGroup(group.name, group.value)}</p>}
      <p>{texts.whys[cause]}</p>
      <p className="muted">{texts.standsFor(findings, unexplained)}</p>
      {remedy ? <Remedy {...props} remedy={remedy} /> : mayCorrect && <p>{texts.noRemedy}</p>}
      {mayExplain && unexplained !== null && <ExplainQuestion place={place} questionKey={question.key} count={unexplained} />}
      {rules.slice(0, 3).map(({ rule, title }) => (
        <p key={rule}>
          <Link {...checkLink(rule)}>
            {texts.toRules}: {title}
          </Link>
        </p>
      ))}
    </section>
  );
}

function Remedy({
  question,
  remedy,
  mayCorrect,
  apply,
  isApplying,
  error: refusal,
}: QuestionCardProps & { readonly remedy: NonNullable<QuestionView['remedy']> }) {
  const [choice, setChoice] = useState('');
  const [problem, setProblem] = useState<string>();
  const asksChoice = remedy.after === null;
  const error = problem ?? refusal;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (asksChoice && choice.trim() === '') return setProblem(texts.newCodeMissing);
        setProblem(undefined);
        apply(question.key, asksChoice ? choice.trim() : null);
      }}
    >
      {mayCorrect && <p>{texts.remedies[remedy.do]}</p>}
      <dl className="facts">
        <div>
          <dt>{texts.before}</dt>
          <dd>{remedy.before}</dd>
        </div>
        {remedy.after !== null && (
          <div>
            <dt>{texts.after}</dt>
            <dd>{remedy.after}</dd>
          </div>
        )}
      </dl>
      {mayCorrect && (
        <>
          {asksChoice && (
            <Field label={texts.newCode} error={error} required>
              {(control) => <input {...control} value={choice} onChange={(event) => setChoice(event.target.value)} autoComplete="off" />}
            </Field>
          )}
          {!asksChoice && error && (
            <p className="error" role="alert">
              {error}
            </p>
          )}
          <p className="buttons">
            <button type="submit" className="button" disabled={isApplying}>
              {isApplying ? texts.correcting : texts.correctAll(remedy.cells)}
            </button>
          </p>
        </>
      )}
    </form>
  );
}
