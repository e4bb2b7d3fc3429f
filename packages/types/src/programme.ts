import { z } from 'zod';

/** 救助项目: the benefits on offer (DOMAIN §1.0). */
export const ProgrammeCode = z.enum([
  /** 最低生活保障 (低保): minimum living allowance */ 'DB',
  /** 单人保: minimum living allowance for one person */ 'DB_SP',
  /** 最低生活保障边缘家庭 (低边): household on the margin */ 'DBB',
  /** 特困人员供养: support of the destitute */ 'TK',
  /** 急难型临时救助: emergency relief */ 'TL_E',
  /** 支出型临时救助: relief of heavy spending */ 'TL_X',
  /** 刚性支出困难家庭: household with unavoidable spending */ 'RX',
  /** 支出型基本生活救助: its monthly aid */ 'RX_AID',
  /** 困难残疾人生活补贴: disability living allowance */ 'DIS_L',
  /** 重度残疾人护理补贴: disability care allowance */ 'DIS_C',
  /** 孤儿基本生活费: orphans' allowance */ 'ORP',
  /** 事实无人抚养儿童基本生活补贴: allowance for children without care */ 'FCWR',
  /** 高龄津贴: old-age allowance */ 'OLD',
  /** 养老服务补贴: elder-care subsidy */ 'ELD',
  /** 优抚对象定期生活补助 (定补): veterans' regular living subsidy; with the next, the VET_* that are paid so far */ 'VET_LIVING',
  /** 残疾军人护理费: veterans' nursing allowance */ 'VET_NURSING',
]);
export type ProgrammeCode = z.infer<typeof ProgrammeCode>;
