import { AllowanceId, DivisionCode, Instant, PersonId, ProgrammeCode, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import { AllowanceStatus, Ending } from '../domain/allowance.ts';
import type { Allowance } from '../domain/allowance.ts';
import { Award } from '../domain/award.ts';
import { AdmittedCategory } from '../domain/service-facts.ts';

/** An allowance as officers see it, with its calculation. */
export const AllowanceView = z.strictObject({
  allowanceId: AllowanceId,
  veteranId: VeteranId,
  personId: PersonId,
  divisionCode: DivisionCode,
  category: AdmittedCategory,
  programme: ProgrammeCode,
  status: AllowanceStatus,
  award: Award,
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().optional(),
  ending: Ending.optional(),
});
export type AllowanceView = z.infer<typeof AllowanceView>;

export const allowanceView = ({ id, ...rest }: Allowance): AllowanceView => ({ allowanceId: id, ...rest });
