import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { declare, RelativeIds } from '../domain/near-relatives.ts';
import { staffNoOf } from './on-case.ts';

const Body = z.strictObject({ personIds: RelativeIds });

export const declareNearRelatives = ({ nearRelatives }: Collections): Route =>
  command({
    method: 'put',
    path: '/near-relatives/me',
    operationId: 'declareNearRelatives',
    summary: 'Declare whose near relative one is (近亲属申报), so as to have no part in their cases',
    roles: ['street-officer', 'district-reviewer', 'district-decider'],
    body: Body,
    reply: { status: 200, body: Body },
    decide: async (tx, { body, caller }) => {
      const staffNo = staffNoOf(caller);
      const { personIds } = await tx.apply(nearRelatives, staffNo, () => declare(staffNo, body.personIds), {
        cause: { viewer: 'system' },
      });
      tx.audit({ action: 'near-relatives.declare', object: `staff/${staffNo}`, purpose: 'recusal' });
      return { personIds };
    },
  });
