import { z } from 'zod';
import { Fen } from '../fen.ts';
import { AllowanceId, DecisionId, VeteranId } from '../ids.ts';
import { LocalDate } from '../local-date.ts';
import { Period } from '../period.ts';
import { ProgrammeCode } from '../programme.ts';
import { VeteranCategory } from '../veteran-category.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';
import { ruleIds } from './rule-ids.ts';

/** `decisionId` is the decision that awarded it. */
const ofAllowance = { allowanceId: AllowanceId, decisionId: DecisionId, category: VeteranCategory };

export const VeteranRegistered = defineEvent({
  type: 'org.minzheng.veterans.veteran.registered.v1',
  audience: 'internal',
  meaning: 'Two officers have entered a person in the register of veterans with a category',
  data: z.object({ veteranId: VeteranId, category: VeteranCategory, registeredOn: LocalDate }),
});
export type VeteranRegistered = EventOf<typeof VeteranRegistered>;

export const AllowanceAwarded = defineEvent({
  type: 'org.minzheng.veterans.allowance.awarded.v1',
  audience: 'internal',
  meaning: 'Two officers have awarded a veteran a monthly allowance at the standard in force on the day',
  data: z.object({
    ...ofAllowance,
    programme: ProgrammeCode,
    monthlyFen: Fen.positive(),
    payFrom: Period,
    decidedOn: LocalDate,
    ruleIds,
    sample: z.boolean(),
  }),
});
export type AllowanceAwarded = EventOf<typeof AllowanceAwarded>;

export const AllowanceEnded = defineEvent({
  type: 'org.minzheng.veterans.allowance.ended.v1',
  audience: 'internal',
  meaning: 'An allowance is owed up to and with its last month, and no longer',
  data: z.object({ ...ofAllowance, lastMonth: Period, endedOn: LocalDate }),
});
export type AllowanceEnded = EventOf<typeof AllowanceEnded>;
