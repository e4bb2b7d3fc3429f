import { randomInt, randomUUID } from 'node:crypto';
import { DivisionCode, PersonId } from '@minzheng/types';

const caseNumber = 'LC-DB-202611-000001-8';

/** The data of each event that is told, as E01 and E02 of the domain document have them. */
export const accepted = {
  applicationId: 'app-1',
  caseNumber,
  programme: 'DB',
  acceptedOn: '2026-11-24',
  dueOn: '2027-01-06',
  provisional: true,
} as const;

export const confirmed = {
  applicationId: 'app-1',
  caseNumber,
  decisionId: 'dec-1',
  programme: 'DB',
  monthlyFen: 130_000,
  payFrom: '2026-12',
  decidedOn: '2026-11-24',
  ruleIds: ['INC-4', 'DB-1', 'DB-2'],
  sample: true,
};

/** A sum paid once, and a status that pays nothing. */
export const granted = { ...confirmed, programme: 'TL_E', monthlyFen: 0, oneOffFen: 990_000 } as const;
export const recognised = { ...confirmed, programme: 'DBB', monthlyFen: 0 } as const;

export const supplementRequested = {
  applicationId: 'app-1',
  programme: 'DB',
  items: ['authorisation', 'receipts'],
  supplyBy: '2026-12-24',
} as const;

export const objectionFiled = {
  applicationId: 'app-1',
  caseNumber,
  programme: 'DB',
  filedOn: '2026-11-24',
  answerBy: '2027-01-27',
} as const;

export const objectionAnswered = {
  applicationId: 'app-1',
  caseNumber,
  programme: 'DB',
  outcome: 'dismissed',
  answeredOn: '2026-11-26',
} as const;

export const refused = {
  applicationId: 'app-1',
  caseNumber,
  decisionId: 'dec-2',
  programme: 'DB' as const,
  decidedOn: '2026-11-24',
  ruleIds: ['DB-1'],
  hint: 'DBB' as const,
};

export const paid = {
  paymentId: `202612${'0'.repeat(26)}`,
  entitlementId: 'ent-1',
  origin: { kind: 'application', applicationId: 'app-1' },
  programme: 'DB',
  amountFen: 130_000,
  period: '2026-12',
  last4: '0111',
  settledOn: '2026-11-24',
} as const;

export const awarded = {
  allowanceId: 'all-1',
  decisionId: 'dec-3',
  category: 'V09',
  programme: 'VET_LIVING',
  monthlyFen: 18_000,
  payFrom: '2026-11',
  decidedOn: '2026-11-24',
  ruleIds: ['V09', 'VET-10'],
  sample: true,
} as const;

/** Somebody of whom nothing is known yet, with a number nobody else has. */
export function nextPerson() {
  return {
    personId: PersonId.parse(randomUUID()),
    mobile: `138${String(randomInt(100_000_000)).padStart(8, '0')}`,
    divisionCode: DivisionCode.parse('330302006001'),
  };
}
