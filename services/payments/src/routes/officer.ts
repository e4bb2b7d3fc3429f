import { Refused } from '@minzheng/store';
import type { Caller, DivisionCode } from '@minzheng/types';

/** Who of the finance staff acts, and for which division. Officers are compared by staff number, never by `sub`. */
export interface Officer {
  readonly staffNo: string;
  readonly division: DivisionCode;
}

/** Throws Refused for a token that does not say which officer of which division this is. */
export function officerOf({ staffNo, division }: Caller): Officer {
  if (staffNo === undefined) throw new Refused({ code: 'auth.role-not-allowed' });
  if (division === undefined) throw new Refused({ code: 'auth.outside-division' });
  return { staffNo, division };
}
