import type { CheckView, FindingView } from '@insamling/contract';
import { instantInShort, reviewTexts } from '@insamling/texts';
import { Link, useParams } from '@tanstack/react-router';
import { paths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer } from '../shell/index.ts';
import { aboutWhat, commentsIn } from './comments.ts';
import { WithDelivery } from './WithDelivery.tsx';

/** The respondent's comments, check by check; one comment on many findings is told once. */
export function UnitCommentsPage() {
  const { unit } = useParams({ from: '/granskning/organisationer/$unit' });
  return (
    <>
      <h2>{texts.commentsTitle}</h2>
      <WithDelivery unit={unit}>{({ id }) => <Comments unit={unit} delivery={id} />}</WithDelivery>
    </>
  );
}

const texts = reviewTexts.unit;
const looked = 500;

function Comments({ unit, delivery }: { readonly unit: string; readonly delivery: string }) {
  const checks = useAnswer('listChecks', { unit, delivery });
  return (
    <Answer of={checks}>
      {(data) => {
        const commented = data.checks.filter(({ severity, handled }) => severity === 'warning' && handled > 0);
        if (commented.length === 0) return <p>{texts.commentsNone}</p>;
        return commented.map((check) => <CommentsOfCheck key={check.rule} unit={unit} delivery={delivery} check={check} />);
      }}
    </Answer>
  );
}

function CommentsOfCheck({ unit, delivery, check }: { readonly unit: string; readonly delivery: string; readonly check: CheckView }) {
  const findings = useAnswer('listFindings', { unit, delivery, rule: check.rule, limit: looked });
  return (
    <section className="card" aria-labelledby={`kommentarer-${check.rule}`}>
      <h3 id={`kommentarer-${check.rule}`}>{check.title}</h3>
      <Answer of={findings} lines={2}>
        {(data) => (
          <>
            <CommentList findings={data.findings} isOnFile={check.isOnFile} />
            {data.total > looked && <p className="muted">{texts.commentsCut(looked, data.total)}</p>}
          </>
        )}
      </Answer>
      <p>
        <Link {...paths.unitCheck(unit, check.rule)}>{texts.showAllOf}</Link>
      </p>
    </section>
  );
}

function CommentList({ findings, isOnFile }: { readonly findings: readonly FindingView[]; readonly isOnFile: boolean }) {
  return (
    <ul className="plain">
      {commentsIn(findings).map((comment) => (
        <li key={`${comment.by} ${comment.at} ${comment.text}`}>
          <p>
            <strong>{comment.text}</strong>
            <br />
            <span className="muted small">{texts.step(comment.by, instantInShort(comment.at))}</span>
            <br />
            <span className="muted small">{aboutWhat(comment, isOnFile)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
