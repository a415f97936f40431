import type { DeliveryView } from '@insamling/contract';
import { reviewTexts } from '@insamling/texts';
import type { ReactNode } from 'react';
import { isBeingChecked, useDelivery } from '../deliveries/index.ts';
import { Answer } from '../shell/index.ts';

type Delivered = DeliveryView & { readonly id: string; readonly file: NonNullable<DeliveryView['file']> };

/** For pages that need a file to show anything of. */
export function WithDelivery({ unit, children }: { readonly unit: string; readonly children: (delivery: Delivered) => ReactNode }) {
  const delivery = useDelivery(unit);
  return (
    <Answer of={delivery}>
      {(data) => {
        if (!data.id || !data.file) return <p>{reviewTexts.unit.nothing}</p>;
        return isBeingChecked(data.file) ? null : children({ ...data, id: data.id, file: data.file });
      }}
    </Answer>
  );
}
