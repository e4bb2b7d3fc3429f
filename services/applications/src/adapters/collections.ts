import type { Repository, Store } from '@minzheng/store';
import { Application } from '../domain/application-state.ts';
import { CaseCounter } from '../domain/case-counter.ts';
import { HouseholdClaim } from '../domain/household-claim.ts';
import { KnownPerson } from '../domain/known-person.ts';
import { LicenceRequirement, OfficerLicence } from '../domain/officer-licence.ts';

export interface Collections {
  readonly applications: Repository<Application>;
  readonly claims: Repository<HouseholdClaim>;
  readonly counters: Repository<CaseCounter>;
  readonly knownPersons: Repository<KnownPerson>;
  readonly officerLicences: Repository<OfficerLicence>;
  readonly licenceRequirements: Repository<LicenceRequirement>;
}

/** Income, property and what rests on them are sealed under the applicant's key; only applications can be reached by callers. */
export const openCollections = (store: Store): Collections => ({
  applications: store.repository({
    collection: 'applications',
    state: Application,
    scope: ({ divisionCode, applicantId }) => ({ division: divisionCode, personId: applicantId }),
    scopeFields: { division: 'divisionCode', personId: 'applicantId' },
    sealed: {
      personOf: ({ applicantId }) => applicantId,
      fields: ['declared', 'verified', 'note', 'decision'],
    },
  }),
  claims: store.repository({ collection: 'household_claims', state: HouseholdClaim }),
  counters: store.repository({ collection: 'case_counters', state: CaseCounter }),
  knownPersons: store.repository({ collection: 'known_persons', state: KnownPerson }),
  officerLicences: store.repository({ collection: 'officer_licences', state: OfficerLicence }),
  licenceRequirements: store.repository({ collection: 'licence_requirements', state: LicenceRequirement }),
});
