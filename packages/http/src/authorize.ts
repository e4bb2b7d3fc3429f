import { Refused } from '@minzheng/store';
import type { Caller, Role } from '@minzheng/types';
import type { Request } from 'express';
import type { TokenCheck } from './token-check.ts';

/** Who calls, if one of their roles may try this at all. Comes before the body is read. Throws Refused. */
export async function authorize(request: Request, auth: TokenCheck, allowed: readonly Role[]): Promise<Caller> {
  const checked = await auth(request.get('authorization'));
  if (!checked.ok) throw new Refused({ code: checked.code });
  if (!checked.caller.roles.some((role) => allowed.includes(role)))
    throw new Refused({ code: 'auth.role-not-allowed' });
  return checked.caller;
}
