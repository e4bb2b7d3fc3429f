import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { refuse } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { onRelief } from '../domain/case-step.ts';
import { withdrawRelief } from '../domain/relief.ts';
import { CaseParams } from './on-case.ts';
import { ReliefView, reliefView } from './relief-view.ts';

export const withdrawEmergency = ({ applications }: Collections): Route =>
  command({
    path: '/emergencies/:id/withdraw',
    operationId: 'withdrawEmergency',
    summary: 'Withdraw one’s own report before it is decided (撤回)',
    roles: ['resident'],
    params: CaseParams,
    reply: { status: 200, body: ReliefView },
    decide: async (tx, { params, caller }) => {
      const withdrawn = onRelief('withdraw', (relief) => withdrawRelief(relief, tx.at));
      const application = await tx.apply(applications, params.id, (found) =>
        found ? withdrawn(found) : refuse('application.not-found'),
      );
      return reliefView(application, caller, tx.at);
    },
  });
