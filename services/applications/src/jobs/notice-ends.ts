import { onDue } from '@minzheng/service';
import type { Job } from '@minzheng/service';
import { instant, refuse } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { endNotice, NOTICE_ENDS } from '../domain/application.ts';
import { onHousehold } from '../domain/case-step.ts';
import { rulesOn } from '../domain/rule-book.ts';
import type { RuleBook } from '../domain/rule-book.ts';

/** A notice that has hung out without objection is reported to the district. */
export const noticeEnds = ({ applications }: Collections, rules: RuleBook): Job =>
  onDue(NOTICE_ENDS, {
    into: applications,
    decide: (found, at) => {
      const view = rulesOn(rules, instant.civilDate(at));
      const ended = onHousehold('end-notice', (household) => endNotice(household, at, view));
      return found ? ended(found) : refuse('application.not-found');
    },
  });
