import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { drawCaseNumber } from '../adapters/draw-case-number.ts';
import type { Settings } from '../config.ts';
import { onRelief } from '../domain/case-step.ts';
import { assess } from '../domain/programmes/assess.ts';
import { ReliefFacts } from '../domain/programmes/tl-e/relief-facts.ts';
import { triage } from '../domain/relief.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseParams, onCase } from './on-case.ts';
import { ReliefView, reliefView } from './relief-view.ts';

export const triageCase = (collections: Collections, settings: Settings, rules: RuleBook): Route =>
  command({
    path: '/emergencies/:id/triage',
    operationId: 'triageCase',
    summary: 'Find out what an emergency is and how grave (研判), within two hours of the report',
    roles: ['street-officer'],
    params: CaseParams,
    body: z.strictObject({ facts: ReliefFacts }),
    reply: { status: 200, body: ReliefView },
    decide: async (tx, request) => {
      const { facts } = request.body;
      const caseNumber = await drawCaseNumber(tx, collections, settings, 'TL_E');
      const application = await onCase(tx, collections, 'triage', request, (found, act) =>
        onRelief('triage', (relief) => {
          const assessment = assess({ ...relief, verified: facts }, rulesOn(rules, tx.today));
          return triage(relief, act, { facts, assessment, caseNumber });
        })(found),
      );
      return reliefView(application, request.caller, tx.at);
    },
  });
