import { caseNumber, decided } from '@minzheng/types';
import type { CaseNumber, CaseNumberParts, Decision } from '@minzheng/types';
import { z } from 'zod';

/** Counts the cases of one district, programme and month. */
export const CaseCounter = z.strictObject({ id: z.string(), last: z.int().min(0) });
export type CaseCounter = z.infer<typeof CaseCounter>;

/** What a series of case numbers has in common. */
export type Series = Omit<CaseNumberParts, 'sequence'>;

export const counterId = ({ districtPrefix, programme, period }: Series): string =>
  `${districtPrefix}-${programme}-${period}`;

/** Draws the next number of a series; committed with the case that takes it, so that there are no gaps. */
export function drawNumber(counter: CaseCounter | undefined, series: Series): Decision<CaseCounter> {
  return decided({ id: counterId(series), last: (counter?.last ?? 0) + 1 });
}

/** 受理编号 (ID-7) of the number just drawn. */
export const numberOf = (counter: CaseCounter, series: Series): CaseNumber =>
  caseNumber.of({ ...series, sequence: counter.last });
