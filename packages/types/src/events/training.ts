import { z } from 'zod';
import { StaffNo } from '../ids.ts';
import { LicenceScope } from '../licence.ts';
import { LocalDate } from '../local-date.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';

export const StaffAccessEnded = defineEvent({
  type: 'org.minzheng.training.staff.access-ended.v1',
  audience: 'internal',
  meaning: 'Somebody has left the bureau and may not be let in any more, for good',
  data: z.object({ staffNo: StaffNo, endedOn: LocalDate }),
});
export type StaffAccessEnded = EventOf<typeof StaffAccessEnded>;

export const StaffDelegated = defineEvent({
  type: 'org.minzheng.training.staff.delegated.v1',
  audience: 'internal',
  meaning: 'Somebody is absent from the first day to the last, and a colleague stands in',
  data: z.object({ fromStaffNo: StaffNo, toStaffNo: StaffNo, validFrom: LocalDate, validUntil: LocalDate }),
});
export type StaffDelegated = EventOf<typeof StaffDelegated>;

export const LicenceGranted = defineEvent({
  type: 'org.minzheng.training.licence.granted.v1',
  audience: 'internal',
  meaning: 'An officer may do this kind of work from the first day to the last; a lapse is told by the calendar alone',
  data: z.object({
    /** The officer's staff number. */
    officerRef: StaffNo,
    scope: LicenceScope,
    validFrom: LocalDate,
    validUntil: LocalDate,
  }),
});
export type LicenceGranted = EventOf<typeof LicenceGranted>;

export const RequirementSet = defineEvent({
  type: 'org.minzheng.training.requirement.set.v1',
  audience: 'internal',
  meaning: 'From this day on this kind of work needs a licence; it replaces what was set before',
  data: z.object({ scope: LicenceScope, from: LocalDate }),
});
export type RequirementSet = EventOf<typeof RequirementSet>;
