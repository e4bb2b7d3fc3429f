import { decided, digestId, licencePeriod, LicenceScope, LocalDate } from '@minzheng/types';
import type { Decision, LicencePeriod } from '@minzheng/types';
import { z } from 'zod';

/** 上岗资格, as training has told us: the days on which an officer may do one kind of work. */
export const OfficerLicence = z.strictObject({ id: z.string(), validFrom: LocalDate, validUntil: LocalDate });
export type OfficerLicence = z.infer<typeof OfficerLicence>;

/** 持证上岗要求, as training has told us: from which day a kind of work needs a licence. */
export const LicenceRequirement = z.strictObject({
  id: LicenceScope,
  from: LocalDate,
  /** Of the event that set it: an older one that comes again changes nothing. */
  sequence: z.int(),
});
export type LicenceRequirement = z.infer<typeof LicenceRequirement>;

export const officerLicenceId = (staffNo: string, scope: LicenceScope): string => digestId([staffNo, scope]);

/** The same grant again is the same licence. */
export function rememberGrant(
  held: OfficerLicence | undefined,
  id: string,
  { validFrom, validUntil }: LicencePeriod,
): Decision<OfficerLicence> {
  return decided({ id, ...licencePeriod.join(held, { validFrom, validUntil }) });
}

export function rememberRequirement(
  known: LicenceRequirement | undefined,
  set: LicenceRequirement,
): Decision<LicenceRequirement> | 'ignore' {
  return known !== undefined && known.sequence >= set.sequence ? 'ignore' : decided(set);
}

/** No requirement known or in force: the role is enough. Otherwise the licence must hold today, by the calendar. */
export function mayWork(
  requirement: LicenceRequirement | undefined,
  licence: OfficerLicence | undefined,
  today: LocalDate,
): boolean {
  if (requirement === undefined || today < requirement.from) return true;
  return licence !== undefined && licencePeriod.covers(licence, today);
}
