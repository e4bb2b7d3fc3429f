import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { Note } from '../domain/application-state.ts';
import { onRelief } from '../domain/case-step.ts';
import { completePapers } from '../domain/relief.ts';
import { CaseParams, onCase } from './on-case.ts';
import { ReliefView, reliefView } from './relief-view.ts';

export const completePapersOfCase = (collections: Collections): Route =>
  command({
    path: '/emergencies/:id/complete-papers',
    operationId: 'completePapers',
    summary: 'Sign the papers of emergency relief after its money (补办手续)',
    roles: ['street-officer'],
    params: CaseParams,
    body: z.strictObject({ note: Note }),
    reply: { status: 200, body: ReliefView },
    decide: async (tx, request) => {
      const application = await onCase(tx, collections, 'complete-papers', request, (found, act) =>
        onRelief('complete', (relief) => completePapers(relief, act, request.body.note))(found),
      );
      return reliefView(application, request.caller, tx.at);
    },
  });
