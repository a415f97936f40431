import { join } from 'node:path';
import type { Services } from '../context.ts';

export interface InvitedPerson {
  readonly role: string;
  readonly email: string;
  readonly units: readonly string[];
}

interface Demonstration {
  /** Does nothing when the database is not empty. */
  seedDemonstration(services: Services): Promise<unknown>;
  invitedPersons(services: Services): Promise<readonly InvitedPerson[]>;
}

/** Loaded only for a first run: the demonstration brings the generator along. */
export const loadDemonstration = async (): Promise<Demonstration> =>
  (await import(join(import.meta.dirname, '../demonstration/index.ts'))) as Demonstration;
