import type { TestDatabase } from './database.ts';

/** Waits until every letter, made for somebody or for nobody, has left the outbox: what has not come then is not still to come. */
export async function untilSent({ ask }: Pick<TestDatabase, 'ask'>): Promise<void> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    const [left] = await ask(`select count(*)::int as n from mail_outbox`);
    if (left!['n'] === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('waited a minute for the outbox to be empty');
}
