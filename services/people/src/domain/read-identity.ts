import { refuse, ResidentId } from '@minzheng/types';
import type { LocalDate, Refusal } from '@minzheng/types';
import { personName } from './person-name.ts';
import type { Identity } from './person.ts';

type Read = { readonly ok: true; readonly identity: Identity } | { readonly ok: false; readonly refusal: Refusal };

/** Reads what was typed (ID-1). Only the form is judged here: whose number it is, nobody learns from this. */
export function readIdentity(typed: { residentId: string; name: string }, today: LocalDate): Read {
  const residentId = ResidentId.parse(typed.residentId, today);
  if (!residentId.ok) return fault('/residentId', 'person.resident-id-invalid');
  const name = personName(typed.name);
  if (name === undefined) return fault('/name', 'person.name-invalid');
  return { ok: true, identity: { residentId: residentId.value, name } };
}

const fault = (pointer: string, code: 'person.resident-id-invalid' | 'person.name-invalid'): Read =>
  refuse(code, undefined, [{ pointer, code }]);
