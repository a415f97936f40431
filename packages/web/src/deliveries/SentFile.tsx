import type { DeliveryView } from '@insamling/contract';
import { deliveryTexts } from '@insamling/texts';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { paths } from '../paths.ts';
import { isBeingChecked } from './use-delivery.ts';

/** After sending: the server's own check, whose answer stands, and then the way on. */
export function SentFile({ fileId, delivery }: { readonly fileId: string; readonly delivery: DeliveryView }) {
  const { file, counts, unit } = delivery;
  if (!file || file.id !== fileId || isBeingChecked(file)) return <Checking />;
  if (file.check === 'failed') {
    return (
      <p className="notice notice-error" role="alert">
        {deliveryTexts.overview.checkFailed}
      </p>
    );
  }
  const hasWork = file.isFatal || (counts !== null && counts.errors + counts.warningsLeft > 0);
  return (
    <div className="card">
      <p role="status" className="lead">
        {file.isFatal ? deliveryTexts.overview.unreadable : deliveryTexts.upload.done}
      </p>
      {counts && <p>{deliveryTexts.review.summary(file.records, counts.errors + counts.fatal, counts.warnings, counts.infos)}</p>}
      <p className="buttons">
        <Link {...(hasWork ? paths.checks(unit) : paths.submit(unit))} className="button">
          {hasWork ? deliveryTexts.upload.toFindings : deliveryTexts.upload.toSubmit}
        </Link>
      </p>
    </div>
  );
}

function Checking() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 5_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status">
      {deliveryTexts.upload.checking} {isLong && deliveryTexts.upload.leave}
    </p>
  );
}
