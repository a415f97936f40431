import type { FindingView } from '@insamling/contract';
import { count, counted, deliveryTexts, reviewTexts } from '@insamling/texts';

export interface Comment {
  readonly text: string;
  readonly by: string;
  readonly at: string;
  readonly findings: number;
  /** Rows of the file, where the findings have one. */
  readonly rows: readonly number[];
}

/** The different comments on a check's findings, each with the rows it was written on: a comment on all is one comment. */
export function commentsIn(findings: readonly FindingView[]): readonly Comment[] {
  const comments = new Map<string, { text: string; by: string; at: string; findings: number; rows: number[] }>();
  for (const { explanation, row } of findings) {
    if (!explanation) continue;
    const { text, by, at } = explanation;
    const key = JSON.stringify([text, by]);
    const comment = comments.get(key) ?? { text, by, at, findings: 0, rows: [] };
    comment.findings += 1;
    if (row !== null) comment.rows.push(row);
    comments.set(key, comment);
  }
  return [...comments.values()];
}

const rowsTold = 10;

/** What a comment is about: its rows where it has any, the whole file, or how many findings. */
export function aboutWhat({ rows, findings }: Pick<Comment, 'rows' | 'findings'>, isOnFile: boolean): string {
  if (rows.length > 0)
    return reviewTexts.unit.commentRows(findings, rows.slice(0, rowsTold).map(count).join(', ') + (rows.length > rowsTold ? ' …' : ''));
  return isOnFile ? deliveryTexts.review.onFile : counted(findings, 'anmärkning', 'anmärkningar');
}
