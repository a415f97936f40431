import type { EndpointName } from './index.ts';
import type { UserRole } from './users.ts';

/** Something a role may do, as told to people: who may, and the questions of the contract it stands for. */
export interface Ability {
  readonly roles: readonly UserRole[];
  readonly endpoints: readonly EndpointName[];
}

const ofUnit = ['reader', 'respondent', 'unitAdministrator'] as const;
const delivering = ['respondent', 'unitAdministrator'] as const;
const reviewing = ['reviewer', 'collectionManager', 'administrator'] as const;
const managing = ['collectionManager', 'administrator'] as const;
const collecting = ['collectingReader', ...reviewing] as const;

/** What the roles may do. A test asks the server each of these as each role, and fails when this table says something else. */
export const abilities = {
  readDelivery: {
    roles: [...ofUnit, ...collecting],
    endpoints: [
      'showDelivery',
      'showLastYear',
      'listChecks',
      'listFindings',
      'listCorrections',
      'listRecords',
      'showUnit',
      'listThreads',
      'showThread',
    ],
  },
  correct: {
    roles: delivering,
    endpoints: ['correctCell', 'undoCorrection', 'applyProposal', 'applyRemedy', 'undoRemedy', 'explainFindings', 'withdrawExplanation'],
  },
  submit: { roles: delivering, endpoints: ['submitDelivery', 'withdrawSubmission'] },
  askExtension: { roles: delivering, endpoints: ['requestExtension'] },
  write: { roles: [...delivering, ...reviewing], endpoints: ['startThread', 'reply'] },
  changeUnit: { roles: [...delivering, ...managing], endpoints: ['changePayrollSystem'] },
  inviteColleagues: {
    roles: ['unitAdministrator', ...managing],
    endpoints: ['invitePerson', 'changePerson', 'removePerson', 'resendPersonInvitation'],
  },
  seeAllUnits: { roles: collecting, endpoints: ['showOverview', 'listUnits', 'listAllThreads', 'listRounds', 'listWaitingExtensions'] },
  review: { roles: reviewing, endpoints: ['beginReview', 'acceptDelivery', 'returnDelivery', 'reopenDelivery'] },
  decideExtension: { roles: reviewing, endpoints: ['decideExtension'] },
  changePeriods: { roles: managing, endpoints: ['changePeriod'] },
  manageRespondents: {
    roles: managing,
    endpoints: [
      'listUsers',
      'showUser',
      'inviteUser',
      'resendInvitation',
      'withdrawInvitation',
      'blockUser',
      'unblockUser',
      'endUserSessions',
      'resetUser',
    ],
  },
  manageStaff: {
    roles: ['administrator'],
    endpoints: ['changeCollectingRole', 'approveReset', 'declineReset', 'approveAdministrator', 'declineAdministrator'],
  },
  endAccounts: { roles: ['administrator'], endpoints: ['endUser'] },
} as const satisfies Readonly<Record<string, Ability>>;

export type AbilityName = keyof typeof abilities;
