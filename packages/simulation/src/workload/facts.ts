import {
  ApplicationId,
  ApplicationSubmitted,
  caseNumber as caseNumbers,
  CaseReported,
  EntitlementId,
  EntitlementStarted,
  LocalDate,
  PaymentId,
  PaymentRejected,
  Period,
  PersonId,
} from '@minzheng/types';
import type { NewEvent } from '@minzheng/types';

/**
 * The simulated saga speaks with events of the platform, because only those can be decoded; their meaning here stands beside them.
 * An id says which line a claim draws on: `claim-<line>-<number>`.
 */
const period = Period.parse('2026-11');
const today = LocalDate.parse('2026-11-24');
const caseNumber = caseNumbers.of({ districtPrefix: 'LC', programme: 'DB', period, sequence: 1 });

export const lineOf = (claimId: string): string => `line-${claimId.split('-')[1]}`;
export const isClaim = (id: string): boolean => id.startsWith('claim-');

/** A stream says its next number; a claim asks for a sum. */
export const said = (id: string, number: number): NewEvent =>
  ApplicationSubmitted.of({
    subject: id,
    data: { applicationId: ApplicationId.parse(id), programme: 'DB', householdSize: number, submittedOn: today },
  });

/** The line holds the sum for the claim. */
export const held = (lineId: string, claimId: string, amountFen: number): NewEvent =>
  EntitlementStarted.of({
    subject: lineId,
    personId: PersonId.parse(lineId),
    data: {
      entitlementId: EntitlementId.parse(claimId),
      origin: { kind: 'application', applicationId: ApplicationId.parse(claimId) },
      programme: 'DB',
      monthlyFen: amountFen,
      from: period,
    },
  });

/** The line has not got so much; on the bulk topic, so that the two answers travel apart. */
export const short = (lineId: string, claimId: string, amountFen: number): NewEvent =>
  PaymentRejected.of({
    subject: lineId,
    personId: PersonId.parse(lineId),
    data: {
      paymentId: PaymentId.parse(`202611${'0'.repeat(26)}`),
      entitlementId: EntitlementId.parse(claimId),
      programme: 'DB',
      amountFen,
      period,
      reason: 'R99',
    },
  });

/** The claim spends what is held for it, or gives it back. */
export const closed = (claimId: string, isSpent: boolean): NewEvent =>
  CaseReported.of({
    subject: claimId,
    data: {
      applicationId: ApplicationId.parse(claimId),
      caseNumber,
      opinion: isSpent ? 'positive' : 'negative',
      reportedOn: today,
    },
  });
