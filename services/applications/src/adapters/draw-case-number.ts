import type { Transaction } from '@minzheng/store';
import { localDate } from '@minzheng/types';
import type { CaseNumber, ProgrammeCode } from '@minzheng/types';
import type { Settings } from '../config.ts';
import { counterId, drawNumber, numberOf } from '../domain/case-counter.ts';
import type { Collections } from './collections.ts';

/** The next number of the programme and month, committed with the case that takes it. */
export async function drawCaseNumber(
  tx: Transaction,
  { counters }: Collections,
  { CASE_NUMBER_PREFIX: districtPrefix }: Settings,
  programme: ProgrammeCode,
): Promise<CaseNumber> {
  const series = { districtPrefix, programme, period: localDate.period(tx.today) };
  const drawn = await tx.apply(counters, counterId(series), (found) => drawNumber(found, series), {
    cause: { viewer: 'system' },
  });
  return numberOf(drawn, series);
}
