import { ProgrammeCode } from '@minzheng/types';
import { z } from 'zod';
import { QuotaSource } from '../budget.ts';

/** 会计科目 of DOMAIN §3.5 that are posted to so far. */
export const LedgerCode = z.enum([
  /** 零余额账户用款额度: zero-balance quota */ '1001',
  /** 财政专户存款: special account */ '1002',
  /** 应收追缴款: receivable, what is to be repaid */ '1231',
  /** 应付救助金: payable, assistance */ '2401',
  /** 应付福利补贴: payable, welfare */ '2402',
  /** 应付抚恤优待: payable, veterans */ '2403',
  /** 退票待处理: suspense of what came back */ '2501',
  /** 应缴国库: due to the treasury */ '2601',
  /** 财政拨款: appropriation, by source */ '4001',
  /** 救助支出: expenditure, assistance */ '5001',
  /** 福利补贴支出: expenditure, welfare */ '5002',
  /** 抚恤优待支出: expenditure, veterans */ '5003',
]);
export type LedgerCode = z.infer<typeof LedgerCode>;

/** An account, with its sub-account where it has some: '1001', '2401.DB', '4001.district'. */
export const LedgerAccountId = z.templateLiteral([
  LedgerCode,
  z.union([z.literal(''), z.templateLiteral(['.', z.union([ProgrammeCode, QuotaSource])])]),
]);
export type LedgerAccountId = z.infer<typeof LedgerAccountId>;

/** 资产 A, 负债 L, 收入 R, 支出 E. */
export type AccountType = 'A' | 'L' | 'R' | 'E';

const TYPES: Readonly<Record<LedgerCode, AccountType>> = {
  '1001': 'A',
  '1002': 'A',
  '1231': 'A',
  '2401': 'L',
  '2402': 'L',
  '2403': 'L',
  '2501': 'L',
  '2601': 'L',
  '4001': 'R',
  '5001': 'E',
  '5002': 'E',
  '5003': 'E',
};

export const typeOf = (account: LedgerAccountId): AccountType => TYPES[LedgerCode.parse(account.slice(0, 4))];

const WELFARE: ReadonlySet<ProgrammeCode> = new Set(['DIS_L', 'DIS_C', 'ORP', 'FCWR', 'OLD', 'ELD']);
const VETERANS: ReadonlySet<ProgrammeCode> = new Set(['VET_LIVING', 'VET_NURSING']);

/** Assistance, welfare and veterans are booked apart: the class is the last digit of payable and expenditure alike. */
const classOf = (programme: ProgrammeCode): 1 | 2 | 3 => (VETERANS.has(programme) ? 3 : WELFARE.has(programme) ? 2 : 1);

export const payableOf = (programme: ProgrammeCode): LedgerAccountId => `240${classOf(programme)}.${programme}`;

export const expenditureOf = (programme: ProgrammeCode): LedgerAccountId => `500${classOf(programme)}.${programme}`;
