import { localDate } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import type { Disability } from './story.ts';

const isOfMind = (kind: string): boolean => kind === 'intellectual' || kind === 'mental';

/** 重度残疾: level one or two of any kind, or three of intellect or mind (DB-3, SP-1). */
export const isSeverelyDisabled = (disability: Disability): boolean =>
  disability !== 'none' && (disability.level <= 2 || (disability.level === 3 && isOfMind(disability.kind)));

/** Years completed on a day. */
export const ageOn = ({ bornOn }: { readonly bornOn: LocalDate }, day: LocalDate): number =>
  localDate.ageOn(bornOn, day);

export const ADULT_AT = 18;
