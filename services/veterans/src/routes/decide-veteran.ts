import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { refuse, VeteranId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { confirmVeteran, rejectVeteran } from '../domain/veteran.ts';
import { actOf, entryOf, OFFICERS } from './officer.ts';
import { veteranView, VeteranView } from './veteran-view.ts';

const verbs = {
  confirm: { decide: confirmVeteran, summary: 'Confirm a registration (确认) that a colleague has entered' },
  reject: { decide: rejectVeteran, summary: 'Reject a registration (不予确认)' },
} as const;

export const decideVeteran = ({ veterans }: Collections, verb: keyof typeof verbs): Route =>
  command({
    path: `/veterans/:id/${verb}`,
    operationId: `${verb}Veteran`,
    summary: verbs[verb].summary,
    roles: OFFICERS,
    params: z.strictObject({ id: VeteranId }),
    reply: { status: 200, body: VeteranView },
    decide: async (tx, { params: { id }, caller }) => {
      const act = actOf(tx, caller);
      const veteran = await tx.apply(veterans, id, (found) =>
        found ? verbs[verb].decide(found, act) : refuse('veteran.not-found'),
      );
      tx.audit(entryOf(`veteran.${verb}`, veteran));
      return veteranView(veteran);
    },
  });
