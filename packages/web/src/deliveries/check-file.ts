import type { LastYearView } from '@insamling/contract';
import type { Ending } from '@insamling/survey/file-kind';
import type { DeliveringUnit, DeliveryFacts, FileFacts, Severity } from '@insamling/survey';

/** What the worker is given: the file as chosen, and what is known about the unit. */
export interface FileToCheck {
  readonly file: File;
  readonly unit: DeliveringUnit;
  readonly employers: NonNullable<DeliveryFacts['employers']>;
  readonly earlierUploads: NonNullable<DeliveryFacts['earlierUploads']>;
  /** What the portal knows of last year's delivery; undefined when it did not say. */
  readonly lastYear: LastYearView | undefined;
}

/** What a rule said about the file: how often, and its first sentence. */
export interface RuleHits {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly count: number;
  readonly message: string;
  readonly howToFix: string;
  /** Only another file mends it: there is no cell to write in. */
  readonly needsNewFile: boolean;
  /** Rows of the first hits; empty when it is about the whole file. */
  readonly rows: readonly number[];
}

/** A question that stands for many findings with one cause; its remedy is done when the file has been sent. */
export interface AskedQuestion {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly group: string | null;
  readonly findings: number;
  /** How, if at all: by itself, or with a code that the user gives. */
  readonly mended: 'byItself' | 'withCode' | 'never';
}

export interface CheckedFile {
  readonly file: FileFacts;
  readonly sha256: string;
  /** What of last year's delivery it has been compared with here; `later`: the server will. */
  readonly compared: 'sums' | 'nothing' | 'later';
  /** True when sending would be in vain: it cannot be read, or it is another unit's. */
  readonly mayNotBeSent: boolean;
  /** How its name ends, when what it holds is something else: the server would not take it. */
  readonly endsWrongly: Ending | null;
  /** Said first: whose file it seems to be, in words; null when it may be the unit's own. */
  readonly otherUnit: string | null;
  readonly questions: readonly AskedQuestion[];
  /** Findings that no question stands for. */
  readonly hits: readonly RuleHits[];
  readonly columns: readonly string[];
  /** Number and name of each field, by its id. */
  readonly fieldNames: Readonly<Record<string, string>>;
  readonly firstRows: readonly { readonly row: number; readonly texts: readonly string[] }[];
}

/**
 * Reads and checks a file in a worker of its own; nothing leaves the computer.
 * @throws Error when the file cannot be read from the disk
 */
export function checkFile(request: FileToCheck, signal: AbortSignal): Promise<CheckedFile> {
  const worker = new Worker(new URL('./validation-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CheckedFile>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CheckedFile | { readonly failed: string }>) =>
      'failed' in data ? reject(new Error(data.failed)) : resolve(data),
    );
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
