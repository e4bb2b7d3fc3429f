import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import type { StaffNo } from '@minzheng/types';
import type { Repositories } from '../adapters/repositories.ts';
import type { Course, CourseCode } from '../domain/course.ts';
import type { Staff } from '../domain/staff.ts';

/** Training's records are no division's: the routes themselves say whose rows they reach. */
export const bySystem = { cause: { viewer: 'system' } } as const;

/** Throws Refused for somebody who is not registered or has left. */
export async function workingStaff(tx: Transaction, { staff }: Repositories, staffNo: StaffNo): Promise<Staff> {
  const found = await tx.find(staff, staffNo, 'system');
  if (found === undefined) throw new Refused({ code: 'staff.not-found' });
  if (found.status === 'access-ended') throw new Refused({ code: 'staff.access-ended' });
  return found;
}

/** Throws Refused for a course that is not there. */
export async function courseOf(tx: Transaction, { courses }: Repositories, code: CourseCode): Promise<Course> {
  const found = await tx.find(courses, code, 'system');
  if (found === undefined) throw new Refused({ code: 'course.not-found' });
  return found;
}
