import { onDue } from '@minzheng/service';
import type { Job } from '@minzheng/service';
import { refuse } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { endNotice, NOTICE_ENDS } from '../domain/application.ts';

/** A notice that has hung out without objection is reported to the district. */
export const noticeEnds = ({ applications }: Collections): Job =>
  onDue(NOTICE_ENDS, {
    into: applications,
    decide: (application, at) => (application ? endNotice(application, at) : refuse('application.not-found')),
  });
