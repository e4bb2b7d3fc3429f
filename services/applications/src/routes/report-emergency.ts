import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { DivisionCode } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';
import type { Settings } from '../config.ts';
import { Members } from '../domain/application-state.ts';
import { ReliefFacts } from '../domain/programmes/tl-e/relief-facts.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { ReliefView, reliefView } from './relief-view.ts';
import { sendIn } from './send-in.ts';

/** Relief may be added to any other support (DOMAIN §1.11), so it takes no place in a household. */
export const reportEmergency = (collections: Collections, settings: Settings, rules: RuleBook): Route =>
  command({
    path: '/emergencies',
    operationId: 'reportEmergency',
    summary: 'Report an emergency (急难) and ask for relief; the 24 hours run from here',
    roles: ['resident'],
    body: z.strictObject({ divisionCode: DivisionCode, members: Members, facts: ReliefFacts }),
    reply: { status: 201, body: ReliefView },
    decide: async (tx, { body, caller }) => {
      const asked = { programme: 'TL_E', ...body } as const;
      return reliefView(await sendIn(tx, collections, settings, rules, caller, asked), caller, tx.at);
    },
  });
