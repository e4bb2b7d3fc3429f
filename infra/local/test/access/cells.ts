import { factsOf } from '../../src/demo/facts.ts';
import type { World } from './world.ts';

/** Whose record stands behind an operation's path. */
export type Whose =
  /** A case, a person, money, a subscription: of a division, of a person, of an agency. */
  | 'somebody’s'
  /** A list: elsewhere nothing of it is seen. */
  | 'list'
  /** Nobody's in particular, or only the caller's own. */
  | 'nobody’s';

/** Why an operation knows no second officer. */
export type Alone =
  | 'reads'
  | 'own' // one's own application, contact, account, enrolment
  | 'first part' // whoever begins cannot have done the part before
  | 'register' // kept by one office; the next part is somebody else's
  | 'agency'; // the other side of a grant

/** What an operation is tried with. */
export interface Trial {
  readonly whose: Whose;
  readonly params?: (world: World) => Readonly<Record<string, string>>;
  readonly query?: (world: World) => string;
  readonly body?: (world: World) => unknown;
  /** Near relatives of the household stand aside. */
  readonly standsAside?: true;
  /** Refused to whoever has done the part before (`twice.ts`), or why there is none. */
  readonly twice: 'refused' | Alone;
}

const note = { note: '样例' };
const application = ({ ids }: World) => ({ id: ids.application });
const emergency = ({ ids }: World) => ({ id: ids.emergency });
const recovery = ({ ids }: World) => ({ id: ids.recovery });
const payRun = ({ ids }: World) => ({ id: ids.payRun });
const veteran = ({ ids }: World) => ({ id: ids.veteran });
const allowance = ({ ids }: World) => ({ id: ids.allowance });
const subscription = ({ ids }: World) => ({ subscriptionId: ids.subscription });
const exactly = { linesHash: 'x', totalFen: 1 };
const facts = factsOf({}, []);

const read: Trial = { whose: 'nobody’s', twice: 'reads' };
const list: Trial = { whose: 'list', twice: 'reads' };
const own: Trial = { whose: 'nobody’s', twice: 'own' };
const register: Trial = { whose: 'nobody’s', twice: 'register' };
const agency: Trial = { whose: 'somebody’s', twice: 'agency', params: subscription };
const caseStep = { whose: 'somebody’s', params: application, standsAside: true } as const;
const reliefStep = { whose: 'somebody’s', params: emergency, standsAside: true } as const;

/** Every operation of the contract, by its id. One that is not here fails the test. */
export const trials: Readonly<Record<string, Trial>> = {
  listApplications: list,
  assessStory: { ...read, body: () => ({ facts: {} }) },
  listProgrammes: read,
  submitApplication: own,
  readApplication: { whose: 'somebody’s', params: application, twice: 'reads' },
  acceptCase: { ...caseStep, twice: 'first part' },
  requestSupplement: { ...caseStep, twice: 'first part', body: () => ({ items: ['income-proof'] }) },
  startSurvey: { ...caseStep, twice: 'refused', body: () => ({ surveyors: ['SO-WM-2', 'SO-WM-3'] }) },
  reportSurvey: { ...caseStep, twice: 'refused', body: () => ({ facts, opinion: 'negative', ...note }) },
  answerObjections: { ...caseStep, twice: 'register', body: () => ({ outcome: 'dismissed', ...note }) },
  reviewCase: { ...caseStep, twice: 'refused' },
  confirmCase: { ...caseStep, twice: 'refused' },
  refuseCase: { ...caseStep, twice: 'refused' },
  listObjections: { whose: 'nobody’s', params: application, twice: 'reads' },
  // Anybody may object to a notice, a relative too; an officer takes it down and decides nothing by it.
  fileObjection: { whose: 'nobody’s', params: application, twice: 'register', body: () => ({ grounds: '样例' }) },
  supplyMissing: { whose: 'somebody’s', params: application, twice: 'own' },
  withdrawApplication: { whose: 'somebody’s', params: application, twice: 'own' },
  declareNearRelatives: own,
  listEmergencies: list,
  reportEmergency: own,
  readEmergency: { whose: 'somebody’s', params: emergency, twice: 'reads' },
  triageCase: {
    ...reliefStep,
    twice: 'first part',
    body: () => ({ facts: { emergency: 'fire', isUrgent: true, hardship: 'tier-2' } }),
  },
  advanceRelief: { ...reliefStep, twice: 'refused', body: () => ({}) },
  completePapers: { ...reliefStep, twice: 'refused', body: () => note },
  refuseEmergency: { ...reliefStep, twice: 'refused' },
  withdrawEmergency: { whose: 'somebody’s', params: emergency, twice: 'own' },

  resolvePerson: register,
  readPerson: { whose: 'somebody’s', params: ({ ids }) => ({ personId: ids.person }), twice: 'reads' },

  proposeMerge: {
    whose: 'somebody’s',
    params: ({ ids }) => ({ personId: ids.person }),
    twice: 'first part',
    body: ({ ids }) => ({ intoPersonId: ids.relatives.at(-1), reason: 'registered-twice' }),
  },
  confirmMerge: { whose: 'somebody’s', params: ({ ids }) => ({ personId: ids.person }), twice: 'refused' },
  rejectMerge: { whose: 'somebody’s', params: ({ ids }) => ({ personId: ids.person }), twice: 'register' },

  listAccounts: list,
  registerAccount: own,
  getBudget: read,
  grantQuota: register,
  listEntitlements: list,
  getTrialBalance: read,
  listPayRuns: list,
  drawPayRun: { whose: 'nobody’s', twice: 'first part' },
  getPayRun: { whose: 'somebody’s', params: payRun, twice: 'reads' },
  submitPayRun: { whose: 'somebody’s', params: payRun, twice: 'first part' },
  approvePayRun: { whose: 'somebody’s', params: payRun, twice: 'refused', body: () => exactly },
  releasePayRun: { whose: 'somebody’s', params: payRun, twice: 'refused', body: () => exactly },
  listPaymentTasks: list,
  listPayments: list,
  allowReissue: {
    whose: 'somebody’s',
    params: ({ ids }) => ({ id: ids.payment }),
    twice: 'register',
    body: () => ({ account: 'same' }),
  },
  listRecoveries: list,
  getRecovery: { whose: 'somebody’s', params: recovery, twice: 'reads' },
  answerRecovery: { whose: 'somebody’s', params: recovery, twice: 'first part', body: () => ({ text: '样例' }) },
  proposeRecovery: { whose: 'somebody’s', params: recovery, twice: 'first part' },
  approveRecovery: { whose: 'somebody’s', params: recovery, twice: 'refused' },
  withdrawRecovery: {
    whose: 'somebody’s',
    params: recovery,
    twice: 'refused',
    body: () => ({ reason: 'owed-after-all' }),
  },
  receiveRepayment: {
    whose: 'somebody’s',
    params: recovery,
    twice: 'register',
    body: () => ({ reference: 'ACCESS-1', amountFen: 1, receivedOn: '2026-01-05' }),
  },

  readContact: { ...own, twice: 'reads' },
  registerContact: own,
  registerEmail: own,
  removeEmail: own,
  choosePreferences: own,
  listMessages: { ...list, query: ({ ids }) => `?personId=${ids.person}` },
  listMyMessages: list,
  countMyUnreadMessages: read,
  markMessageRead: { whose: 'somebody’s', params: ({ ids }) => ({ messageId: ids.message }), twice: 'own' },

  assessMatter: { ...read, body: () => ({ matter: { kind: 'regrading', gradedOn: '2025-06-10' } }) },
  listVeterans: list,
  registerVeteran: { whose: 'nobody’s', twice: 'first part' },
  readVeteran: { whose: 'somebody’s', params: veteran, twice: 'reads' },
  confirmVeteran: { whose: 'somebody’s', params: veteran, twice: 'refused' },
  rejectVeteran: { whose: 'somebody’s', params: veteran, twice: 'register' },
  listAllowances: list,
  proposeAllowance: { whose: 'nobody’s', twice: 'first part' },
  readAllowance: { whose: 'somebody’s', params: allowance, twice: 'reads' },
  approveAllowance: { whose: 'somebody’s', params: allowance, twice: 'refused' },
  rejectAllowance: { whose: 'somebody’s', params: allowance, twice: 'register' },
  endAllowance: {
    whose: 'somebody’s',
    params: allowance,
    twice: 'register',
    body: () => ({ reason: 'died', on: '2026-01-05' }),
  },

  listMyCertificates: read,
  listCourses: read,
  announceCourse: register,
  closeCourse: { ...register, params: () => ({ code: 'DECIDE-FIRST' }) },
  listEnrolments: { ...read, params: () => ({ code: 'DECIDE-FIRST' }) },
  enrol: { ...register, params: () => ({ code: 'DECIDE-FIRST' }) },
  recordResult: { whose: 'nobody’s', twice: 'refused', params: () => ({ code: 'DECIDE-FIRST', staffNo: 'DD-1' }) },
  listMyEnrolments: read,
  listRequirements: read,
  setRequirement: { ...register, params: () => ({ scope: 'case.decide' }) },
  listLicences: read,
  listMyLicences: read,
  listStaff: read,
  registerStaff: register,
  readStaff: { ...read, params: () => ({ staffNo: 'DD-1' }) },
  delegateStaff: { ...register, params: () => ({ staffNo: 'DD-1' }) },
  endStaffAccess: { ...register, params: () => ({ staffNo: 'DD-1' }) },

  listGrants: read,
  giveGrant: register,
  revokeGrant: { ...register, params: ({ ids }) => ({ grantId: ids.grant }) },
  listSubscriptions: read,
  createSubscription: { whose: 'nobody’s', twice: 'agency' },
  readSubscription: { ...agency, twice: 'reads' },
  listDeliveries: { ...agency, twice: 'reads' },
  disableSubscription: agency,
  enableSubscription: agency,
  replaySubscription: { ...agency, body: () => ({ from: '2026-01-01T00:00:00.000Z' }) },
  rotateSecret: agency,
  receiveInboundEvent: { whose: 'nobody’s', twice: 'agency' },
};
