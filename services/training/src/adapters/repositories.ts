import type { Repository, Store } from '@minzheng/store';
import { Certificate } from '../domain/certificate.ts';
import { Course } from '../domain/course.ts';
import { Enrolment } from '../domain/enrolment.ts';
import { Licence } from '../domain/licence.ts';
import { Requirement } from '../domain/requirement.ts';
import { Staff } from '../domain/staff.ts';

/** The aggregates of this service. */
export interface Repositories {
  readonly staff: Repository<Staff>;
  readonly courses: Repository<Course>;
  readonly enrolments: Repository<Enrolment>;
  readonly certificates: Repository<Certificate>;
  readonly licences: Repository<Licence>;
  readonly requirements: Repository<Requirement>;
}

/** None of these is a person's or a division's in the sense of the roles: each route says whose rows it reaches. */
export function repositoriesIn(store: Store): Repositories {
  return {
    staff: store.repository({ collection: 'staff', state: Staff }),
    courses: store.repository({ collection: 'courses', state: Course }),
    enrolments: store.repository({ collection: 'enrolments', state: Enrolment }),
    certificates: store.repository({ collection: 'certificates', state: Certificate }),
    licences: store.repository({ collection: 'licences', state: Licence }),
    requirements: store.repository({ collection: 'requirements', state: Requirement }),
  };
}
