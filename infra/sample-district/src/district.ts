import type { DivisionCode, LocalDate } from '@minzheng/types';
import { sampleHousehold } from './household.ts';
import type { SampleHousehold } from './household.ts';
import { ResidentNumbers } from './resident-number.ts';

/** Far apart, so that the households of two seeds have nothing in common. */
const STRIDE = 1_000_003;

export interface DistrictSpec {
  readonly district: DivisionCode;
  readonly households: number;
  readonly seed: number;
  /** Ages are reckoned from this day. */
  readonly today: LocalDate;
}

/** A district of the size asked for, household by household, in memory one at a time. The same spec gives the same district. */
export function* sampleDistrict({ district, households, seed, today }: DistrictSpec): Generator<SampleHousehold> {
  const place = { district, today, numbers: new ResidentNumbers(today) };
  for (let index = 0; index < households; index += 1) yield sampleHousehold(seed * STRIDE + index, place);
}
