import { command, listOf, pageAfter, paged, Paging, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { refuse } from '@minzheng/types';
import { z } from 'zod';
import type { Repositories } from '../adapters/repositories.ts';
import { announceCourse, closeCourse, Course, CourseCode } from '../domain/course.ts';
import { bySystem } from './acting.ts';

export const CourseParams = z.strictObject({ code: CourseCode });
const CourseView = Course.omit({ id: true }).extend({ code: CourseCode });

/** What is taught. */
export function courseRoutes({ courses }: Repositories): Route[] {
  return [
    command({
      path: '/courses',
      operationId: 'announceCourse',
      summary: 'Announces a course; what it is worth does not change any more',
      roles: ['trainer'],
      body: CourseView.omit({ status: true }),
      reply: { status: 201, body: CourseView },
      decide: async (tx, { body: { code: id, ...rest } }) => {
        const made = await tx.apply(courses, id, (known) => announceCourse(known, { id, ...rest }), bySystem);
        tx.audit({ action: 'course.announce', object: `course/${id}`, purpose: 'training' });
        return viewOf(made);
      },
    }),
    command({
      path: '/courses/:code/close',
      operationId: 'closeCourse',
      summary: 'Takes no more learners',
      roles: ['trainer'],
      params: CourseParams,
      reply: { status: 200, body: CourseView },
      decide: async (tx, { params: { code } }) => {
        const closed = await tx.apply(
          courses,
          code,
          (known) => (known ? closeCourse(known) : refuse('course.not-found')),
          bySystem,
        );
        tx.audit({ action: 'course.close', object: `course/${code}`, purpose: 'training' });
        return viewOf(closed);
      },
    }),
    query({
      path: '/courses',
      operationId: 'listCourses',
      summary: 'The courses, by code',
      roles: ['staff', 'trainer'],
      query: Paging,
      reply: { body: listOf(CourseView) },
      read: async ({ query: page }) => paged(await courses.list('system', {}, pageAfter(page.after)), viewOf),
    }),
  ];
}

const viewOf = ({ id: code, ...rest }: Course): z.output<typeof CourseView> => ({ code, ...rest });
