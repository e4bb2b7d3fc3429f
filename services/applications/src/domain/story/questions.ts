/** 向谁询问: the household itself, the officer who visits, or another department by its register. */
export type AskedOf = 'household' | 'survey' | 'register';

interface Question {
  readonly askedOf: AskedOf;
  readonly 'zh-CN': string;
  readonly en: string;
}

const register = (zh: string, en: string): Question => ({ askedOf: 'register', 'zh-CN': zh, en });
const household = (zh: string, en: string): Question => ({ askedOf: 'household', 'zh-CN': zh, en });
const survey = (zh: string, en: string): Question => ({ askedOf: 'survey', 'zh-CN': zh, en });

/** What is asked when a fact is missing, by the last word of its path. */
const questions: Readonly<Record<string, Question>> = {
  members: household('和您共同生活的家庭成员有哪些？', 'Who lives with you as one household?'),
  bornOn: register('出生日期', 'Date of birth'),
  away: register(
    '是否在服刑、强制隔离戒毒、宣告失踪或者在宗教场所居住',
    'In prison, in rehabilitation, declared missing, or living with a religious community',
  ),
  disability: register('残疾类别和等级', 'Kind and level of disability'),
  isSeverelyIll: register('是否患有重特大疾病', 'Whether severely ill'),
  isUnemployed: register('是否无业', 'Whether without work'),
  hasRefusedWork: register(
    '六个月内是否连续三次拒绝接受适当工作',
    'Whether suitable work was refused three times running within six months',
  ),
  study: register('就学情况', 'School or studies'),
  failedAdls: survey(
    '六项日常生活能力中不能自理的项数',
    'How many of six activities of daily living cannot be managed',
  ),
  needsLongTermCare: survey('是否需要长期照护', 'Whether care is needed for long'),
  hasWorkInjuryNursing: register('是否领取工伤生活护理费', 'Whether nursing pay of the accident insurance is received'),
  careGrade: survey('养老服务需求评估等级', 'Assessed grade of care'),
  isRegisteredHere: register('户籍是否在本区', 'Whether registered in this district'),
  parents: register('父母情况', 'About both parents'),
  isInInstitution: survey('是否在机构养育', 'Whether brought up in an institution'),
  receives: register('已享受的救助和福利', 'What is received already'),
  isCheckAuthorised: household(
    '每位成年成员是否已签署核对授权书',
    'Whether every adult has signed the authorisation to check',
  ),
  income: household(
    '过去十二个月每位成员每月的收入',
    'What each member earned or received in each of the last twelve months',
  ),
  rigid: household(
    '过去十二个月自付的医疗、康复、教育等支出',
    'What was paid for treatment, rehabilitation and schooling in the last twelve months',
  ),
  financialFen: register('存款、证券、基金、保险等金融资产合计', 'Savings, securities, funds and insurance together'),
  vehicles: register('机动车辆数', 'How many motor vehicles'),
  dwellings: register('住房套数', 'How many dwellings'),
  obligors: household('不共同生活的赡养、抚养、扶养义务人', 'Who has the duty to support a member and lives elsewhere'),
  emergency: household('遭遇的急难情形', 'What has happened'),
  isUrgent: survey('是否紧急', 'Whether it is urgent'),
  hardship: survey('困难程度', 'How severe the hardship is'),
  requestedFen: household('申请的金额', 'How much is asked for'),
  pastRelief: register('过去十二个月已获的临时救助', 'Relief granted in the last twelve months'),
};

/** The question for a path like 'members.m2.bornOn'; a fact without a text of its own is one for the officer. */
export function questionFor(path: string): Question {
  const word = path.split('.').findLast((part) => part in questions);
  return (
    (word === undefined ? undefined : questions[word]) ?? survey('请工作人员核实', 'An officer has to find this out')
  );
}
