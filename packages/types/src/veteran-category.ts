import { z } from 'zod';

/** 优抚对象类别 (DOMAIN §4.1). */
export const VeteranCategory = z.enum([
  /** 残疾军人: disabled serviceman or veteran */ 'V01',
  /** 烈士遗属: family of a martyr */ 'V02',
  /** 因公牺牲军人遗属: family of one who died on duty */ 'V03',
  /** 病故军人遗属: family of one who died of illness */ 'V04',
  /** 在乡复员军人: demobilised soldier who joined before 1954-10-31 */ 'V05',
  /** 带病回乡退役军人: returned home ill */ 'V06',
  /** 参战退役军人: took part in war */ 'V07',
  /** 参试退役军人: took part in nuclear tests */ 'V08',
  /** 年满60周岁农村籍退役士兵: rural soldier aged 60 */ 'V09',
  /** 部分烈士子女: certain children of martyrs */ 'V10',
  /** 义务兵家庭: conscript's household */ 'V11',
  /** 现役军人家属、退役军人: serving soldier's family, veteran in general */ 'V12',
  /** 伤残民兵民工、人民警察、国家机关工作人员: others disabled in service */ 'V13',
]);
export type VeteranCategory = z.infer<typeof VeteranCategory>;
