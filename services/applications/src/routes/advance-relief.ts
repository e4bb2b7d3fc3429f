import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DecisionId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import { MeetingRef } from '../domain/application-state.ts';
import { onRelief } from '../domain/case-step.ts';
import { assess } from '../domain/programmes/assess.ts';
import { advance } from '../domain/relief.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { CaseParams, onCase } from './on-case.ts';
import { ReliefView, reliefView } from './relief-view.ts';
import { requireLicence } from './require-licence.ts';

export const advanceRelief = (collections: Collections, rules: RuleBook): Route =>
  command({
    path: '/emergencies/:id/advance',
    operationId: 'advanceRelief',
    summary:
      'Decide emergency relief before its papers (先行救助), within 24 hours of the report and as high as one may',
    roles: ['street-officer', 'district-decider'],
    params: CaseParams,
    body: z.strictObject({ meetingRef: MeetingRef.optional() }),
    reply: { status: 200, body: ReliefView },
    decide: async (tx, request) => {
      const { caller, body } = request;
      const view = rulesOn(rules, tx.today);
      const decisionId = DecisionId.parse(tx.newId());
      const stamp = { decisionId, decidedOn: tx.today, codeVersion: rules.codeVersion };
      const isStreet = !caller.roles.includes('district-decider');
      if (!isStreet) await requireLicence(tx, collections, caller, 'case.decide');
      const meeting = body.meetingRef === undefined ? {} : { meetingRef: body.meetingRef };
      const application = await onCase(tx, collections, 'advance', request, (found, act) =>
        onRelief('advance', (relief) =>
          advance(relief, { act, stamp, assessment: assess(relief, view), isStreet, ...meeting }, view),
        )(found),
      );
      return reliefView(application, caller, tx.at);
    },
  });
