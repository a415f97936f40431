import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** A letter the inbox has taken. */
export interface CapturedMail {
  /** Sortable: time of arrival, then a counter. */
  readonly id: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: string;
}

/** Letters as files in a folder, so that nothing is lost when the inbox stops. */
export interface MailFolder {
  add(raw: Buffer, recipients: readonly string[]): Promise<void>;
  /** Oldest first. */
  list(): Promise<CapturedMail[]>;
}

export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = new Map<string, CapturedMail>();
  let counter = 0;
  return {
    async add(raw, recipients) {
      const parsed = await simpleParser(raw);
      const at = new Date();
      counter += 1;
      const id = `${at.toISOString().replace(/[^0-9]/g, '')}-${String(counter).padStart(6, '0')}-${process.pid}`;
      const mail: CapturedMail = {
        id,
        to: recipients,
        from: parsed.from?.text ?? '',
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        html: parsed.html || '',
        at: at.toISOString(),
      };
      const path = join(folder, `${id}.json`);
      await writeFile(`${path}.part`, JSON.stringify(mail), { mode: 0o600, flush: true });
      await rename(`${path}.part`, path);
    },
    async list() {
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.json') || known.has(name)) continue;
        known.set(name, JSON.parse(await readFile(join(folder, name), 'utf8')) as CapturedMail);
      }
      return [...known.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
    },
  };
}
