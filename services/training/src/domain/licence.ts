import { decided, digestId, LicenceGranted, licencePeriod, LicenceScope, LocalDate, StaffNo } from '@minzheng/types';
import type { Decision, LicencePeriod } from '@minzheng/types';
import { z } from 'zod';

/** 上岗资格: the days on which an officer may do one kind of work. It lapses by the calendar, with nothing to do. */
export const Licence = z.strictObject({
  id: z.string(),
  officerRef: StaffNo,
  scope: LicenceScope,
  validFrom: LocalDate,
  validUntil: LocalDate,
  /** Of the latest grant. */
  certificateId: z.string(),
});
export type Licence = z.infer<typeof Licence>;

/** One officer and one kind of work. */
export const licenceId = (officerRef: StaffNo, scope: LicenceScope): string => digestId([officerRef, scope]);

/** What a certificate grants for one scope. */
export interface Grant extends LicencePeriod {
  readonly officerRef: StaffNo;
  readonly scope: LicenceScope;
  readonly certificateId: string;
}

/** A renewal goes on where the licence ends, or begins it anew. Others are told what was granted, and join it likewise. */
export function grantLicence(held: Licence | undefined, grant: Grant): Decision<Licence> {
  const { officerRef, scope, certificateId, validFrom, validUntil } = grant;
  const id = licenceId(officerRef, scope);
  const told = LicenceGranted.of({ subject: id, data: { officerRef, scope, validFrom, validUntil } });
  return decided(
    { id, officerRef, scope, certificateId, ...licencePeriod.join(held, { validFrom, validUntil }) },
    told,
  );
}
