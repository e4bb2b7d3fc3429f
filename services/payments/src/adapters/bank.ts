import type { OutboundClient } from '@minzheng/http';
import { z } from 'zod';
import { ToldReturn } from '../domain/bank-return.ts';

/** What the bank knows of a file: 'unknown' means that it never arrived. */
export type FileStanding = 'unknown' | 'received' | 'processed';

/** 代发银行: takes files under our batch numbers, and says what became of them. Every call throws OutboundFault. */
export interface Bank {
  /** The same file under the same number is taken once, however often it is sent. 'refused': wrong count, sum or hash. */
  submit(batchNo: string, file: Buffer): Promise<'accepted' | 'refused'>;
  inquire(batchNo: string): Promise<FileStanding>;
  /** The result file; undefined while the bank is still at it. */
  results(batchNo: string): Promise<Buffer | undefined>;
  /** 退票: what has come back after that number, oldest first, a page at a time; none when that is all. */
  returns(after: number): Promise<readonly ToldReturn[]>;
}

/** The bank answered something that its interface does not have. Whether it acted is not known; a person must look. */
export class BankAnswerInvalid extends Error {
  override readonly name = 'BankAnswerInvalid';
  readonly retriable = false;
}

const Standing = z.object({ status: z.enum(['received', 'processed']) });
const Results = z.object({ file: z.base64() });
const Returns = z.object({ items: z.array(ToldReturn) });
const UNPROCESSABLE = [400, 422];

const pathOf = (batchNo: string, rest = ''): string => `/batches/${encodeURIComponent(batchNo)}${rest}`;

/** The bank over HTTPS; files travel as base64 within JSON. */
export function httpBank(client: OutboundClient): Bank {
  return {
    submit: async (batchNo, file) => {
      const body = { batchNo, file: file.toString('base64') };
      const { status } = await client.call('submit', { method: 'POST', path: '/batches', body });
      if (status === 200 || status === 202) return 'accepted';
      if (UNPROCESSABLE.includes(status)) return 'refused';
      throw new BankAnswerInvalid(`submit of ${batchNo} was answered ${status}`);
    },
    inquire: async (batchNo) => {
      const { status, body } = await client.call('inquire', { method: 'GET', path: pathOf(batchNo) });
      if (status === 404) return 'unknown';
      return understood(Standing, status, body).status;
    },
    results: async (batchNo) => {
      const { status, body } = await client.call('results', { method: 'GET', path: pathOf(batchNo, '/results') });
      if (status === 404) return undefined;
      return Buffer.from(understood(Results, status, body).file, 'base64');
    },
    returns: async (after) => {
      const { status, body } = await client.call('returns', { method: 'GET', path: `/returns?after=${after}` });
      return understood(Returns, status, body).items;
    },
  };
}

function understood<T>(schema: z.ZodType<T>, status: number, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (status !== 200 || !parsed.success) throw new BankAnswerInvalid(`answered ${status} in another form`);
  return parsed.data;
}
