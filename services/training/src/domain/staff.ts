import {
  decided,
  DivisionCode,
  LocalDate,
  next,
  refuse,
  StaffAccessEnded,
  StaffDelegated,
  StaffNo,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';

const MAX_UNIT = 60;
const MAX_DELEGATIONS = 20;

export const StaffStatus = z.enum(['active', 'access-ended']);
export type StaffStatus = z.infer<typeof StaffStatus>;

/** 委托: who stands in while somebody is absent, the first and the last day included. */
export const Delegation = z.strictObject({ toStaffNo: StaffNo, validFrom: LocalDate, validUntil: LocalDate });
export type Delegation = z.infer<typeof Delegation>;

/** 工作人员: somebody who works for the bureau, known by the staff number alone; names are no business of training. */
export const Staff = z.strictObject({
  id: StaffNo,
  /** 所在单位: the office or section. */
  unit: z.string().min(1).max(MAX_UNIT),
  divisionCode: DivisionCode,
  status: StaffStatus,
  registeredOn: LocalDate,
  endedOn: LocalDate.optional(),
  /** Those that have not ended when the latest was made, by their first day. */
  delegations: z.array(Delegation).max(MAX_DELEGATIONS),
});
export type Staff = z.infer<typeof Staff>;

export type StaffCommand = 'delegate' | 'end-access';

/** Nobody comes back under the number they left with: who returns is given a new one. */
export const staffTransitions = {
  active: { delegate: 'active', 'end-access': 'access-ended' },
  'access-ended': {},
} as const satisfies Transitions<StaffStatus, StaffCommand>;

export type Registration = Pick<Staff, 'id' | 'unit' | 'divisionCode'>;

/** A staff number is registered once, for good. */
export function registerStaff(known: Staff | undefined, registration: Registration, on: LocalDate): Decision<Staff> {
  if (known) return refuse('staff.already-registered');
  return decided({ ...registration, status: 'active', registeredOn: on, delegations: [] });
}

/** Leaving takes effect at once: every service shuts its door as soon as it hears of it. */
export function endAccess(staff: Staff, on: LocalDate): Decision<Staff> {
  const status = next<StaffStatus, StaffCommand>(staffTransitions, staff.status, 'end-access');
  if (status === undefined) return refuse('staff.access-ended');
  const { id: staffNo, divisionCode } = staff;
  const ended = StaffAccessEnded.of({ subject: staffNo, divisionCode, data: { staffNo, endedOn: on } });
  return decided({ ...staff, status, endedOn: on }, ended);
}

/** Who is absent names one colleague for each day. */
export function delegate(staff: Staff, delegation: Delegation, today: LocalDate): Decision<Staff> {
  const status = next<StaffStatus, StaffCommand>(staffTransitions, staff.status, 'delegate');
  if (status === undefined) return refuse('staff.access-ended');
  const { toStaffNo, validFrom, validUntil } = delegation;
  if (toStaffNo === staff.id) return refuse('delegation.to-oneself');
  if (validFrom < today || validUntil < validFrom) return refuse('delegation.dates-invalid');
  const current = staff.delegations.filter((one) => one.validUntil >= today);
  if (current.some((one) => one.validFrom <= validUntil && validFrom <= one.validUntil))
    return refuse('delegation.overlaps');
  if (current.length === MAX_DELEGATIONS) return refuse('delegation.too-many', { maximum: MAX_DELEGATIONS });
  const delegations = [...current, delegation].toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const data = { fromStaffNo: staff.id, ...delegation };
  const told = StaffDelegated.of({ subject: staff.id, divisionCode: staff.divisionCode, data });
  return decided({ ...staff, status, delegations }, told);
}
