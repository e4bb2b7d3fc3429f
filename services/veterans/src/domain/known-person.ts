import { decided, PersonId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** A person of whom people has told us; all that this service knows of who somebody is. */
export const KnownPerson = z.strictObject({ id: PersonId });
export type KnownPerson = z.infer<typeof KnownPerson>;

export const remember = (personId: PersonId): Decision<KnownPerson> => decided({ id: personId });
