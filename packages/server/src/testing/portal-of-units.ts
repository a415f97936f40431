import { frame } from '@insamling/survey/editions/november-2026';
import { testDatabase, type TestDatabase } from './database.ts';
import { startPortal, type Portal, type TestPerson } from './portal.ts';

/** Codes of some municipalities of the frame. */
export const municipalities = (from: number, to: number): readonly string[] =>
  frame.flatMap(({ kind, codes }) => (kind === 'municipality' ? codes : [])).slice(from, to);

export interface PortalOfUnits {
  readonly database: TestDatabase;
  readonly portal: Portal;
  /** Acts for all of the units. */
  readonly anna: TestPerson;
  /** May only read in them. */
  readonly reader: TestPerson;
  close(): Promise<void>;
}

/** A portal with a round that runs, these units, and two persons of all of them. */
export async function portalOfUnits(units: readonly string[]): Promise<PortalOfUnits> {
  const database = await testDatabase();
  const portal = await startPortal({ database, at: '2026-11-25T10:00:00Z' });
  await portal.round({});
  for (const code of units) await portal.unit(code);
  const anna = await portal.person({ name: 'Anna Testsson', units: units.map((code) => ({ code })) });
  const reader = await portal.person({ units: units.map((code) => ({ code, role: 'reader' as const })) });
  return {
    database,
    portal,
    anna,
    reader,
    async close() {
      await portal.close();
      await database.drop();
    },
  };
}
