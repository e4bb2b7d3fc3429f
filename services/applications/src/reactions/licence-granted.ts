import { on } from '@minzheng/messaging';
import type { Reaction } from '@minzheng/messaging';
import { LicenceGranted } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { officerLicenceId, rememberGrant } from '../domain/officer-licence.ts';

/** A lapse is no event: the day decides when somebody acts on a case. */
export const licenceGranted = ({ officerLicences }: Collections): Reaction =>
  on(LicenceGranted, {
    into: officerLicences,
    id: ({ data }) => officerLicenceId(data.officerRef, data.scope),
    decide: (held, { data }) => rememberGrant(held, officerLicenceId(data.officerRef, data.scope), data),
  });
