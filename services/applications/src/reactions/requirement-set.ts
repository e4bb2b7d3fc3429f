import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { RequirementSet } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { rememberRequirement } from '../domain/officer-licence.ts';

/** From its day on the work needs a licence. */
export const requirementSet = ({ licenceRequirements }: Collections): Reaction =>
  on(RequirementSet, {
    into: licenceRequirements,
    id: ({ data }) => data.scope,
    decide: (known, { data: { scope, from }, sequence }) => rememberRequirement(known, { id: scope, from, sequence }),
  });
