import type { MergedPersons } from '@minzheng/service';
import type { Repository, Store } from '@minzheng/store';
import { Application } from '../domain/application-state.ts';
import { CaseCounter } from '../domain/case-counter.ts';
import { StandIn } from '../domain/delegation.ts';
import { HouseholdClaim } from '../domain/household-claim.ts';
import { KnownPerson } from '../domain/known-person.ts';
import { LicenceRequirement, OfficerLicence } from '../domain/officer-licence.ts';
import { NearRelatives } from '../domain/near-relatives.ts';
import { Objection } from '../domain/objection.ts';

export interface Collections {
  readonly applications: Repository<Application>;
  readonly claims: Repository<HouseholdClaim>;
  readonly counters: Repository<CaseCounter>;
  readonly knownPersons: Repository<KnownPerson>;
  readonly officerLicences: Repository<OfficerLicence>;
  readonly licenceRequirements: Repository<LicenceRequirement>;
  readonly objections: Repository<Objection>;
  readonly nearRelatives: Repository<NearRelatives>;
  readonly standIns: Repository<StandIn>;
  /** Which ids are one person. */
  readonly persons: MergedPersons;
}

/** Income, property and what rests on them are sealed under the applicant's key; callers reach applications and objections only. */
export const openCollections = (store: Store, persons: MergedPersons): Collections => ({
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
  // An objector's name for the street is no business of the household's: only the division reaches objections.
  objections: store.repository({
    collection: 'objections',
    state: Objection,
    scope: ({ divisionCode }) => ({ division: divisionCode }),
    scopeFields: { division: 'divisionCode' },
    sealed: { personOf: ({ applicantId }) => applicantId, fields: ['grounds'] },
  }),
  nearRelatives: store.repository({ collection: 'near_relatives', state: NearRelatives }),
  standIns: store.repository({ collection: 'stand_ins', state: StandIn }),
  persons,
});
