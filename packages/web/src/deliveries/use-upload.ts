import type { DeliveryView, LastYearView, UnitView } from '@insamling/contract';
import { dayOf, deliveryTexts, problemText } from '@insamling/texts';
import { useEffect, useRef, useState } from 'react';
import { NoAnswer, uploadFile, type Upload } from '../client.ts';
import { askAgain, memory, questionOf, useAnswer } from '../questions.ts';
import { messageOf } from '../shell/index.ts';
import { holdWindow } from '../ui/hold-window.ts';
import { checkFile, type CheckedFile } from './check-file.ts';

/** Where a file is on its way: chosen, read here, sent, received. */
export type UploadStage =
  | { readonly is: 'choosing'; readonly message?: string }
  | { readonly is: 'reading'; readonly file: File }
  | { readonly is: 'read'; readonly file: File; readonly checked: CheckedFile; readonly message?: string }
  | { readonly is: 'sending'; readonly file: File; readonly checked: CheckedFile; readonly percent: number }
  | { readonly is: 'broken'; readonly file: File; readonly checked: CheckedFile; readonly percent: number }
  | { readonly is: 'sent'; readonly fileId: string };

export const largestMegabytes = 200;

/** A file's way from the disk to the server. The same chosen file is the same upload however often it is sent. */
export function useUpload(unit: UnitView, delivery: DeliveryView) {
  const [stage, setStage] = useState<UploadStage>({ is: 'choosing' });
  const requestId = useRef('');
  const reading = useRef<AbortController>(null);
  const upload = useRef<Upload>(null);
  // Measured while the person looks for the file.
  useAnswer('showLastYear', { unit: unit.unit }, delivery.may.upload);

  useEffect(
    () => () => {
      reading.current?.abort();
      upload.current?.cancel();
    },
    [],
  );

  async function choose(file: File) {
    reading.current?.abort();
    const refused = refusalBeforeReading(file);
    if (refused) return setStage({ is: 'choosing', message: refused });
    requestId.current = crypto.randomUUID();
    const controller = new AbortController();
    reading.current = controller;
    setStage({ is: 'reading', file });
    try {
      const checked = await checkFile(
        {
          file,
          unit: { kind: unit.kind, codes: unit.codes, name: unit.name },
          employers: unit.employers,
          earlierUploads: earlierUploadsOf(delivery),
          lastYear: await lastYearOf(unit.unit),
        },
        controller.signal,
      );
      setStage({ is: 'read', file, checked });
    } catch {
      if (!controller.signal.aborted) setStage({ is: 'choosing', message: texts.unreadable });
    }
  }

  async function send(file: File, checked: CheckedFile) {
    const letGo = holdWindow();
    setStage({ is: 'sending', file, checked, percent: 0 });
    let percent = 0;
    upload.current = uploadFile(unit.unit, file, requestId.current, (sent, all) => {
      percent = Math.floor((100 * sent) / all);
      setStage({ is: 'sending', file, checked, percent });
    });
    try {
      const { fileId } = await upload.current.done;
      await askAgain({ topic: 'delivery', unit: unit.unit });
      setStage({ is: 'sent', fileId });
    } catch (error) {
      if (error instanceof DOMException) setStage({ is: 'read', file, checked, message: texts.cancelled });
      else if (error instanceof NoAnswer) setStage({ is: 'broken', file, checked, percent });
      else setStage({ is: 'read', file, checked, message: messageOf(error) });
    } finally {
      upload.current = null;
      letGo();
    }
  }

  return { stage, choose, send, cancel: () => upload.current?.cancel() };
}

const texts = deliveryTexts.upload;

function refusalBeforeReading(file: File): string | undefined {
  if (!/\.(csv|txt|xlsx)$/i.test(file.name)) return problemText('delivery.file-kind-unknown');
  if (file.size === 0) return texts.empty;
  if (file.size > largestMegabytes * 1024 * 1024) return texts.tooLarge(largestMegabytes);
  return undefined;
}

/** Milliseconds that a file waits for what it is compared with. */
const patience = 3000;

/**
 * Asked for when the page was opened. Without an answer, or without a connection, the file is checked all the same; the server compares
 * it then.
 */
const lastYearOf = (unit: string): Promise<LastYearView | undefined> =>
  Promise.race([
    memory.ensureQueryData(questionOf('showLastYear', { unit })).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined)),
  ]);

const earlierUploadsOf = ({ file, earlierFiles }: DeliveryView) =>
  [...(file ? [file] : []), ...earlierFiles].map(({ sha256, uploadedAt }) => ({ sha256, uploadedOn: dayOf(uploadedAt) }));
