import type { QuestionView } from '@insamling/contract';
import { questionTexts as texts } from '@insamling/texts';
import { Link, type LinkOptions } from '@tanstack/react-router';

interface AnsweredQuestionsProps {
  readonly questions: readonly QuestionView[];
  readonly checkLink: (rule: string) => LinkOptions;
}

/** Questions whose findings all have a comment: nothing is asked any more, and the comments can be seen and taken away. */
export function AnsweredQuestions({ questions, checkLink }: AnsweredQuestionsProps) {
  return (
    <details className="more">
      <summary>{texts.answered(questions.length)}</summary>
      <ul>
        {questions.map(({ key, fields, rules, findings }) => (
          <li key={key}>
            {fields[0] && texts.field(fields[0].number, fields[0].name)}: {texts.answeredHelp(findings)}{' '}
            {rules[0] && (
              <Link {...checkLink(rules[0].rule)}>
                {texts.toRules}: {rules[0].title}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
