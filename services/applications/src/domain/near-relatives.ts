import { decided, PersonId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import type { Application } from './application-state.ts';
import { StaffNo } from './segregation.ts';

const MAX_RELATIVES = 100;

export const RelativeIds = z.array(PersonId).max(MAX_RELATIVES);

/** 近亲属申报 (HH-4): the persons whose near relative an officer is; the officer's staff number is its id. */
export const NearRelatives = z.strictObject({ id: StaffNo, personIds: RelativeIds });
export type NearRelatives = z.infer<typeof NearRelatives>;

/** An officer declares all of them at once; a later declaration takes the place of the earlier. */
export const declare = (staffNo: string, personIds: readonly PersonId[]): Decision<NearRelatives> =>
  decided({ id: staffNo, personIds: [...new Set(personIds)] });

/** 回避 (DOMAIN §2.4): a near relative of the household takes no part in its case. */
export function mustStandAside(
  declarations: Iterable<NearRelatives>,
  { members }: Application,
  survivorOf: (personId: PersonId) => PersonId,
): boolean {
  const household = new Set(members.map(({ personId }) => survivorOf(personId)));
  return [...declarations].some(({ personIds }) => personIds.some((personId) => household.has(survivorOf(personId))));
}
