import { command, listOf, pageAfter, paged, Paging, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import { refuse, StaffNo } from '@minzheng/types';
import { z } from 'zod';
import type { Repositories } from '../adapters/repositories.ts';
import { Delegation, delegate, endAccess, registerStaff, Staff } from '../domain/staff.ts';
import { bySystem, workingStaff } from './acting.ts';

const StaffParams = z.strictObject({ staffNo: StaffNo });
const StaffView = Staff.omit({ id: true }).extend({ staffNo: StaffNo });

/** Who works here, who stands in for whom, and who has left. */
export function staffRoutes(repositories: Repositories): Route[] {
  const { staff } = repositories;
  return [
    command({
      path: '/staff',
      operationId: 'registerStaff',
      summary: 'Registers a member of staff under their number',
      roles: ['trainer'],
      body: Staff.pick({ unit: true, divisionCode: true }).extend({ staffNo: StaffNo }),
      reply: { status: 201, body: StaffView },
      decide: async (tx, { body: { staffNo: id, ...rest }, today }) => {
        const made = await tx.apply(staff, id, (known) => registerStaff(known, { id, ...rest }, today), bySystem);
        tx.audit({ action: 'staff.register', object: `staff/${id}`, purpose: 'staff register' });
        return viewOf(made);
      },
    }),
    command({
      path: '/staff/:staffNo/end-access',
      operationId: 'endStaffAccess',
      summary: 'Ends the access of somebody who leaves, at once and for good',
      roles: ['trainer'],
      params: StaffParams,
      reply: { status: 200, body: StaffView },
      decide: async (tx, { params: { staffNo }, today }) => {
        const ended = await tx.apply(
          staff,
          staffNo,
          (known) => (known ? endAccess(known, today) : refuse('staff.not-found')),
          bySystem,
        );
        tx.audit({ action: 'staff.end-access', object: `staff/${staffNo}`, purpose: 'staff register' });
        return viewOf(ended);
      },
    }),
    command({
      path: '/staff/:staffNo/delegations',
      operationId: 'delegateStaff',
      summary: 'Says who stands in for somebody who is absent',
      roles: ['trainer'],
      params: StaffParams,
      body: Delegation,
      reply: { status: 201, body: StaffView },
      decide: async (tx, { params: { staffNo }, body, today }) => {
        await workingStaff(tx, repositories, staffNo);
        await workingStaff(tx, repositories, body.toStaffNo);
        const absent = await tx.apply(
          staff,
          staffNo,
          (known) => (known ? delegate(known, body, today) : refuse('staff.not-found')),
          bySystem,
        );
        tx.audit({ action: 'staff.delegate', object: `staff/${staffNo}`, purpose: 'absence' });
        return viewOf(absent);
      },
    }),
    query({
      path: '/staff',
      operationId: 'listStaff',
      summary: 'The staff, by number',
      roles: ['trainer'],
      query: Paging,
      reply: { body: listOf(StaffView) },
      read: async ({ query: page }) => paged(await staff.list('system', {}, pageAfter(page.after)), viewOf),
    }),
    query({
      path: '/staff/:staffNo',
      operationId: 'readStaff',
      summary: 'One member of staff',
      roles: ['trainer'],
      params: StaffParams,
      reply: { body: StaffView },
      read: async ({ params: { staffNo } }) => {
        const found = await staff.find('system', staffNo);
        if (found === undefined) throw new Refused({ code: 'staff.not-found' });
        return viewOf(found);
      },
    }),
  ];
}

const viewOf = ({ id: staffNo, ...rest }: Staff): z.output<typeof StaffView> => ({ staffNo, ...rest });
