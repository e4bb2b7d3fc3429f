import { decided, LicenceScope, LocalDate, refuse, RequirementSet } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** 持证上岗要求: from which day a kind of work needs a licence; without one everybody whose role allows it may do it. */
export const Requirement = z.strictObject({ id: LicenceScope, from: LocalDate });
export type Requirement = z.infer<typeof Requirement>;

/** A later day lifts it until then; what was decided before stays decided. */
export function setRequirement(scope: LicenceScope, from: LocalDate, today: LocalDate): Decision<Requirement> {
  if (from < today) return refuse('requirement.in-the-past');
  return decided({ id: scope, from }, RequirementSet.of({ subject: scope, data: { scope, from } }));
}
