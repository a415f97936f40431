import { fillGaps, startTexts } from '@insamling/texts';
import { readConfig, type Config } from '../config.ts';
import { migrate } from '../platform/db/index.ts';
import { openLog } from '../platform/log.ts';
import { openServices } from '../services.ts';
import { loadDemonstration, type InvitedPerson } from './demonstration.ts';
import { startEmbedded, type Provided } from './embedded-services.ts';
import { lockFolder, type Lock } from './lock.ts';
import { clearForOperator, leaveForOperator } from './operator.ts';
import { isPortFree } from './port.ts';
import { rolesFor, startProcesses } from './processes.ts';
import { buildWebClient } from './web-client.ts';

export interface RunningPortal {
  /** Processes first, database last. */
  stop(): Promise<void>;
}

export interface Events {
  /** A line for the terminal. */
  say(line: string): void;
  /** Something died and cannot be brought back; the caller stops the portal. */
  giveUp(line: string): void;
}

/**
 * Brings a whole portal up on this machine and tells its addresses.
 * @param environment  the operator's settings; what is not among them is made
 * @throws ConfigurationError, AlreadyRunning
 * @throws Error in words for the terminal when the port is taken, the database or the client cannot be made
 */
export async function startPortal(environment: NodeJS.ProcessEnv, events: Events): Promise<RunningPortal> {
  const config = readConfig(environment);
  const takenDown: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const takeDown of takenDown.reverse()) await takeDown();
  };
  try {
    const lock = await lockWhenOurs(config);
    takenDown.push(() => lock?.release());
    const isWeb = config.role !== 'worker';
    if (isWeb && !(await isPortFree(config.port, config.host)))
      throw new Error(fillGaps(startTexts.portInUse, { port: config.port, host: config.host }));

    const building = isWeb ? buildWebClient(() => events.say(startTexts.web)) : Promise.resolve();
    building.catch(() => undefined); // heard below; meanwhile it must not end the process
    const embedded = await startEmbedded(config, events);
    takenDown.push(() => embedded.stop());
    const complete = readConfig({ ...environment, ...embedded.provided });
    if (complete.migrationDatabaseUrl) {
      events.say(startTexts.schema);
      await migrate(complete.migrationDatabaseUrl, complete.databaseUrl);
    }
    const invited = config.demo ? await demonstrate(complete, events) : [];
    await building;

    const processes = startProcesses(rolesFor(config.role, config.webProcesses), environmentFor(embedded.provided), {
      died: (role) => events.say(fillGaps(startTexts.processDied, { role })),
    });
    takenDown.push(async () => {
      lock?.announceStop();
      await processes.stop();
    });
    await processes.ready;
    if (lock) {
      leaveForOperator(config.dataDir, embedded.provided);
      takenDown.push(() => clearForOperator(config.dataDir));
    }
    tell(complete, invited, events);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A data folder that holds our database or inbox belongs to one portal; with both elsewhere several may share its files. */
const lockWhenOurs = (config: Config): Promise<Lock | undefined> =>
  config.databaseUrl && config.smtpUrl ? Promise.resolve(undefined) : lockFolder(config.dataDir, config.publicUrl);

/** What the processes are given. The owner of the tables is not among it: they never change a table. */
const environmentFor = ({ MIGRATION_DATABASE_URL: _owner, ...rest }: Provided): Readonly<Record<string, string>> => rest;

async function demonstrate(config: Config, events: Events): Promise<readonly InvitedPerson[]> {
  const { seedDemonstration, invitedPersons } = await loadDemonstration();
  const services = await openServices(config, openLog(config), { isWorker: false });
  try {
    events.say(startTexts.demonstration);
    await seedDemonstration(services);
    return await invitedPersons(services);
  } finally {
    await services.close();
  }
}

function tell(config: Config, invited: readonly InvitedPerson[], events: Events): void {
  events.say(fillGaps(startTexts.portal, { url: config.publicUrl }));
  if (config.inboxUrl) events.say(fillGaps(startTexts.inbox, { url: config.inboxUrl }));
  for (const { role, email, units } of invited) {
    const codes = units.length > 0 ? fillGaps(startTexts.invitedUnits, { codes: units.join(', ') }) : '';
    events.say(fillGaps(startTexts.invited, { role, email, units: codes }));
  }
  if (invited.length > 0) events.say(startTexts.howToEnter);
}
