import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import type { Caller, LicenceScope } from '@minzheng/types';
import type { Collections } from '../adapters/collections.ts';
import { mayWork, officerLicenceId } from '../domain/officer-licence.ts';
import { staffNoOf } from './on-case.ts';

/** Throws Refused for an officer without the licence that the work asks for today. */
export async function requireLicence(
  tx: Transaction,
  { licenceRequirements, officerLicences }: Collections,
  caller: Caller,
  scope: LicenceScope,
): Promise<void> {
  const requirement = await tx.find(licenceRequirements, scope, 'system');
  const licence = await tx.find(officerLicences, officerLicenceId(staffNoOf(caller), scope), 'system');
  if (!mayWork(requirement, licence, tx.today)) throw new Refused({ code: 'application.licence-not-held' });
}
