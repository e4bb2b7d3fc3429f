import { DivisionCode, Instant, PersonId, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import { AdmittedCategory, ServiceFacts } from '../domain/service-facts.ts';
import { VeteranStatus } from '../domain/veteran.ts';
import type { Veteran } from '../domain/veteran.ts';

/** A registration as officers see it. */
export const VeteranView = z.strictObject({
  veteranId: VeteranId,
  personId: PersonId,
  divisionCode: DivisionCode,
  category: AdmittedCategory,
  status: VeteranStatus,
  facts: ServiceFacts,
  registeredBy: z.string(),
  registeredAt: Instant,
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
});
export type VeteranView = z.infer<typeof VeteranView>;

export const veteranView = ({ id, ...rest }: Veteran): VeteranView => ({ veteranId: id, ...rest });
