import { query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { PersonId } from '@minzheng/types';
import { z } from 'zod';
import type { Collections } from '../adapters/collections.ts';

export const readPerson = ({ persons }: Collections): Route =>
  query({
    path: '/people/:personId',
    operationId: 'readPerson',
    summary: 'The name of a person, for the officer who handles their case',
    roles: ['street-officer', 'district-reviewer', 'district-decider', 'veterans-officer'],
    params: z.strictObject({ personId: PersonId }),
    reply: { body: z.strictObject({ personId: PersonId, name: z.string(), mergedInto: PersonId.optional() }) },
    read: async ({ params: { personId }, caller }) => {
      const { name, mergedInto } = await persons.get(caller, personId);
      return { personId, name, ...(mergedInto !== undefined && { mergedInto }) };
    },
    audit: ({ params: { personId } }) => ({
      action: 'person.read',
      subjectPersonId: personId,
      object: `person/${personId}`,
      purpose: 'case handling',
    }),
  });
