import type { DeliveryView, UnitPeriods, UnitView } from '@insamling/contract';
import { deliveryTexts, shellTexts } from '@insamling/texts';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { serverPaths } from '../paths.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle, Together } from '../shell/index.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { CheckedFile } from './check-file.ts';
import { CheckedFileView } from './CheckedFileView.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { DeliveryTabs } from './DeliveryTabs.tsx';
import { MayNotUpload } from './MayNotUpload.tsx';
import { SentFile } from './SentFile.tsx';
import { UploadSteps } from './UploadSteps.tsx';
import { isBeingChecked, useDelivery } from './use-delivery.ts';
import { largestMegabytes, useUpload, type UploadStage } from './use-upload.ts';

/** Ladda upp: the file is read and checked here first; nothing is sent before the user says so. */
export function UploadPage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const unitView = useAnswer('showUnit', { unit });
  const delivery = useDelivery(unit);
  const periods = useAnswer('showUnitPeriods', { unit });
  return (
    <>
      <PageTitle title={texts.title} />
      <DeliveryTabs unit={unit} />
      <Together of={[unitView, delivery, periods]} lines={4}>
        <Answer of={unitView}>
          {(view) => <Answer of={delivery}>{(now) => <Uploading unit={view} delivery={now} periods={periods.data} />}</Answer>}
        </Answer>
      </Together>
    </>
  );
}

const texts = deliveryTexts.upload;

interface UploadingProps {
  readonly unit: UnitView;
  readonly delivery: DeliveryView;
  readonly periods: UnitPeriods | undefined;
}

function Uploading({ unit, delivery, periods }: UploadingProps) {
  const { stage, choose, send, cancel } = useUpload(unit, delivery);
  const [replacing, setReplacing] = useState<{ file: File; checked: CheckedFile } | null>(null);

  // Once sent, the page belongs to the file even if somebody closes the period meanwhile.
  if (!delivery.may.upload && stage.is !== 'sent') return <MayNotUpload delivery={delivery} />;
  const ask = (file: File, checked: CheckedFile) => (delivery.file ? setReplacing({ file, checked }) : void send(file, checked));
  return (
    <>
      {stage.is === 'choosing' && periods?.round && <About year={periods.round.referenceYear} />}
      <UploadSteps stage={stage} check={stage.is === 'sent' ? (delivery.file?.check ?? 'waiting') : null} />
      <Stage stage={stage} delivery={delivery} onChoose={(file) => void choose(file)} onSend={ask} onCancel={cancel} />
      {replacing && (
        <Dialog title={texts.replaceTitle} onClose={() => setReplacing(null)}>
          <p>{texts.replaceHelp(delivery.corrections, delivery.explanations)}</p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              onClick={() => {
                void send(replacing.file, replacing.checked);
                setReplacing(null);
              }}
            >
              {texts.replace}
            </button>
            <button type="button" className="button-secondary" onClick={() => setReplacing(null)}>
              {shellTexts.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** What kind of file is wanted, with its description and one that is right. */
function About({ year }: { readonly year: number }) {
  return (
    <>
      <p>{texts.about(year, largestMegabytes)}</p>
      <p>
        <a href={serverPaths.recordLayout}>{texts.recordLayout}</a> ·{' '}
        <a href={serverPaths.exampleFile} download>
          {texts.exampleFile}
        </a>
      </p>
    </>
  );
}

interface StageProps {
  readonly stage: UploadStage;
  readonly delivery: DeliveryView;
  readonly onChoose: (file: File) => void;
  readonly onSend: (file: File, checked: CheckedFile) => void;
  readonly onCancel: () => void;
}

function Stage({ stage, delivery, onChoose, onSend, onCancel }: StageProps) {
  switch (stage.is) {
    case 'choosing':
      return <ChooseFile label={texts.choose} message={stage.message} onChoose={onChoose} />;
    case 'reading':
      return (
        <p role="status" className="muted">
          {texts.reading}
        </p>
      );
    case 'read':
      return (
        <>
          {stage.message && (
            <p className="notice notice-warning" role="alert">
              {stage.message}
            </p>
          )}
          <CheckedFileView name={stage.file.name} checked={stage.checked} onSend={() => onSend(stage.file, stage.checked)} />
          <ChooseFile label={texts.chooseAnother} onChoose={onChoose} />
        </>
      );
    case 'sending':
      return <Sending name={stage.file.name} percent={stage.percent} onCancel={onCancel} />;
    case 'broken':
      return (
        <div className="notice notice-error" role="alert">
          <p>{texts.broken(stage.percent)}</p>
          <button type="button" className="button" onClick={() => onSend(stage.file, stage.checked)}>
            {texts.sendAgain}
          </button>
        </div>
      );
    case 'sent':
      return (
        <>
          <SentFile fileId={stage.fileId} delivery={delivery} />
          {delivery.may.upload && delivery.file?.id === stage.fileId && !isBeingChecked(delivery.file) && (
            <ChooseFile label={texts.chooseAnother} onChoose={onChoose} />
          )}
        </>
      );
  }
}

function Sending({ name, percent, onCancel }: { readonly name: string; readonly percent: number; readonly onCancel: () => void }) {
  return (
    <div className="card">
      <p>
        <label htmlFor="skickat">{texts.sending(name)}</label>
      </p>
      <p>
        <progress id="skickat" className="progress" max={100} value={percent} /> {texts.percent(percent)}
      </p>
      {/* Read out at every quarter, not at every percent. */}
      <p role="status" className="visually-hidden">
        {texts.percent(Math.floor(percent / 25) * 25)}
      </p>
      <button type="button" className="button-secondary" onClick={onCancel}>
        {shellTexts.cancel}
      </button>
    </div>
  );
}
