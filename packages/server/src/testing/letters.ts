import type { Portal } from './portal.ts';

/** Waits until a letter to the address says so. @returns the texts of all its letters */
export async function letterSaying(portal: Portal, email: string, words: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const texts = (await portal.mailsTo(email, 0)).map(({ text }) => text);
    if (texts.some((text) => text.includes(words))) return texts.join('\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited 10 s for a letter that says «${words}»`);
}
