import type { MyUnit } from '@insamling/contract';
import { dayInShort, dayOf, unitTexts as texts } from '@insamling/texts';
import { useParams } from '@tanstack/react-router';
import { MyData, SecurityCard, YourDetails } from '../accounts/index.ts';
import { useAnswer } from '../questions.ts';
import { Answer, PageTitle, useMe } from '../shell/index.ts';
import { PayrollSystem } from './PayrollSystem.tsx';
import { UnitPeople } from './UnitPeople.tsx';

/** Profil & enheter: oneself, one's units, and who else acts for the unit. */
export function ProfilePage() {
  const { unit } = useParams({ from: '/e/$unit' });
  const { units } = useMe();
  const view = useAnswer('showUnit', { unit });
  return (
    <>
      <PageTitle title={texts.title} />
      <YourDetails />
      <SecurityCard />
      <section className="card" aria-labelledby="dina-enheter">
        <h2 id="dina-enheter">{texts.yourUnits}</h2>
        {units.map((mine) => (
          <OwnUnit key={mine.unit} mine={mine} hasHeading={units.length > 1} />
        ))}
      </section>
      <Answer of={view}>{(data) => <UnitPeople unit={data} />}</Answer>
      <MyData />
    </>
  );
}

function OwnUnit({ mine, hasHeading }: { readonly mine: MyUnit; readonly hasHeading: boolean }) {
  const view = useAnswer('showUnit', { unit: mine.unit });
  return (
    <>
      {hasHeading && <h3>{mine.name}</h3>}
      <dl className="facts">
        {!hasHeading && (
          <div>
            <dt>{texts.name}</dt>
            <dd>{mine.name}</dd>
          </div>
        )}
        <div>
          <dt>{texts.code}</dt>
          <dd>{view.data?.codes.join(', ') ?? mine.unit}</dd>
        </div>
        <div>
          <dt>{texts.role}</dt>
          <dd>
            {texts.roles[mine.role]}
            {mine.isContact && `, ${texts.contact.toLowerCase()}`}
          </dd>
        </div>
        <div>
          <dt>{texts.since}</dt>
          <dd>{dayInShort(dayOf(mine.since))}</dd>
        </div>
        {view.data && <PayrollSystem unit={view.data} />}
      </dl>
    </>
  );
}
