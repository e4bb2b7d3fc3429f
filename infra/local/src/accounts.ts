import { readFile } from 'node:fs/promises';
import type { Role } from '@minzheng/types';
import { replaceJson } from './atomic-file.ts';
import type { Secrets } from './secrets.ts';

interface AccountRow {
  name: string;
  role: Role;
  division?: string;
  staffNo?: string;
  agency?: string;
}

/** A demo account as the issuer reads it. */
export interface Account {
  clientId: string;
  clientSecret: string;
  /** Base32, for a second factor: see infra/issuer. */
  totpSecret: string;
  roles: Role[];
  division?: string;
  staffNo?: string;
  agency?: string;
  personId?: string;
}

const district = '330302';
const wuma = '330302006';
const songtai = '330302026';

const rows: readonly AccountRow[] = [
  { name: 'resident-e01', role: 'resident' },
  { name: 'resident-e02', role: 'resident' },
  { name: 'resident-e08', role: 'resident' },
  { name: 'resident-e03', role: 'resident' },
  { name: 'resident-e04', role: 'resident' },
  { name: 'resident-e06', role: 'resident' },
  { name: 'resident-e07', role: 'resident' },
  { name: 'resident-e09', role: 'resident' },
  { name: 'resident-x01', role: 'resident' },
  { name: 'resident-x03', role: 'resident' },
  { name: 'resident-x04', role: 'resident' },
  { name: 'resident-d1', role: 'resident' },
  { name: 'resident-v4', role: 'resident' },
  { name: 'resident-v7', role: 'resident' },
  { name: 'street-officer-wuma-1', role: 'street-officer', division: wuma, staffNo: 'SO-WM-1' },
  { name: 'street-officer-wuma-2', role: 'street-officer', division: wuma, staffNo: 'SO-WM-2' },
  { name: 'street-officer-wuma-3', role: 'street-officer', division: wuma, staffNo: 'SO-WM-3' },
  { name: 'street-officer-wuma-4', role: 'street-officer', division: wuma, staffNo: 'SO-WM-4' },
  { name: 'street-officer-songtai-1', role: 'street-officer', division: songtai, staffNo: 'SO-ST-1' },
  { name: 'street-officer-songtai-2', role: 'street-officer', division: songtai, staffNo: 'SO-ST-2' },
  { name: 'street-officer-songtai-3', role: 'street-officer', division: songtai, staffNo: 'SO-ST-3' },
  { name: 'street-officer-songtai-4', role: 'street-officer', division: songtai, staffNo: 'SO-ST-4' },
  { name: 'district-reviewer-1', role: 'district-reviewer', division: district, staffNo: 'DR-1' },
  { name: 'district-decider-1', role: 'district-decider', division: district, staffNo: 'DD-1' },
  { name: 'parameter-maker-1', role: 'parameter-maker', division: district, staffNo: 'PM-1' },
  { name: 'parameter-checker-1', role: 'parameter-checker', division: district, staffNo: 'PC-1' },
  { name: 'finance-maker-1', role: 'finance-maker', division: district, staffNo: 'FM-1' },
  { name: 'finance-checker-1', role: 'finance-checker', division: district, staffNo: 'FC-1' },
  { name: 'finance-releaser-1', role: 'finance-releaser', division: district, staffNo: 'FR-1' },
  { name: 'template-editor-1', role: 'template-editor', division: district, staffNo: 'TE-1' },
  { name: 'template-reviewer-1', role: 'template-reviewer', division: district, staffNo: 'TR-1' },
  { name: 'veterans-officer-1', role: 'veterans-officer', division: district, staffNo: 'VO-1' },
  { name: 'veterans-officer-2', role: 'veterans-officer', division: district, staffNo: 'VO-2' },
  { name: 'trainer-1', role: 'trainer', division: district, staffNo: 'TN-1' },
  { name: 'staff-1', role: 'staff', division: district, staffNo: 'ST-1' },
  { name: 'agency-desk-1', role: 'agency-desk', division: district, staffNo: 'AD-1' },
  { name: 'agency-engineer-1', role: 'agency-engineer', agency: 'medical-insurance' },
  { name: 'sre-1', role: 'sre', division: district, staffNo: 'SRE-1' },
  { name: 'sre-2', role: 'sre', division: district, staffNo: 'SRE-2' },
  { name: 'auditor-1', role: 'auditor', division: district, staffNo: 'AU-1' },
];

export const accountNames: readonly string[] = rows.map(({ name }) => name);

/** Writes the demo accounts. A resident keeps the person found at an earlier start, as long as the data does. */
export async function writeAccounts(
  file: string,
  { clientSecrets, totpSecrets }: Pick<Secrets, 'clientSecrets' | 'totpSecrets'>,
): Promise<void> {
  const known = await readAccounts(file);
  const accounts = rows.map(({ name, role, ...place }): [string, Account] => {
    const personId = known[name]?.personId;
    const secrets = { clientSecret: clientSecrets[name] ?? '', totpSecret: totpSecrets[name] ?? '' };
    const account = { clientId: name, ...secrets, roles: [role], ...place };
    return [name, personId === undefined ? account : { ...account, personId }];
  });
  await replaceJson(file, Object.fromEntries(accounts));
}

/** The accounts as they are now: the demonstration adds the residents' persons. */
export async function readAccounts(file: string): Promise<Record<string, Account>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return JSON.parse(text) as Record<string, Account>;
}
