import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Language } from '@minzheng/types';
import { content, longestContents } from './longest-contents.ts';
import { TemplateKey } from '../src/domain/facts.ts';
import { render, subjectOf } from '../src/domain/render.ts';
import { MAX_SEGMENTS, segmentsOf } from '../src/domain/sms-length.ts';
import { filled, templates, textOf, variablesIn } from '../src/domain/templates.ts';
import { wordsIn } from '../src/domain/words.ts';

/** What lies beside the templates. */
const OTHER_DATA: ReadonlySet<string> = new Set(['words.json', 'channels.json', 'email.json']);

const caseNumber = 'LC-DB-202611-000001-8';
/** A line of RFC 5322 as it should be. */
const MAX_SUBJECT = 78;
const pairs = TemplateKey.options.flatMap((key) => Language.options.map((language) => [key, language] as const));

describe('every template in every language', () => {
  test('each file is a template and each template has its file', () => {
    const files = readdirSync(new URL('../templates/', import.meta.url)).filter((name) => !OTHER_DATA.has(name));
    expect(files.map((name) => name.replace(/\.json$/, '')).toSorted()).toEqual([...TemplateKey.options].toSorted());
    for (const key of TemplateKey.options) expect(templates[key].key).toBe(key);
  });

  test.each(pairs)('%s in %s leaves no variable open and fits into the parts an SMS may have', (key, language) => {
    const text = render(longestContents(language)[key], language);
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
    expect(segmentsOf(text)).toBeLessThanOrEqual(MAX_SEGMENTS);
  });

  test.each(TemplateKey.options)('%s asks for the same variables in both languages', (key) => {
    const { text, subject, clauses } = templates[key];
    for (const texts of [text, subject, ...Object.values(clauses)]) {
      expect(variablesIn(texts.en).toSorted()).toEqual(variablesIn(texts['zh-CN']).toSorted());
    }
  });

  test.each(pairs)('%s in %s carries no ID number, no phone, no whole account and no income', (key, language) => {
    const text = render(longestContents(language)[key], language);
    expect(text).not.toMatch(/\d{17}[\dXx]|(?<!\d)1[3-9]\d{9}(?!\d)|\d{12,19}/);
    expect(variablesIn(templates[key].text[language]).join(' ')).not.toMatch(/income|illness|name|resident/i);
  });

  test.each(pairs)('%s in %s is written in that language', (key, language) => {
    const text = render(longestContents(language)[key], language);
    expect(/\p{Script=Han}/u.test(text)).toBe(language === 'zh-CN');
  });
});

describe('every subject in every language', () => {
  test.each(pairs)('%s in %s leaves no variable open, is one line of its language and short', (key, language) => {
    const subject = subjectOf(longestContents(language)[key], language);
    expect(subject).not.toMatch(/[{}\r\n]|undefined|null|NaN/);
    expect(/\p{Script=Han}/u.test(subject)).toBe(language === 'zh-CN');
    expect(subject.length).toBeLessThanOrEqual(MAX_SUBJECT);
  });

  test.each(pairs)('%s in %s says no more than the text does', (key, language) => {
    const said = new Set(variablesIn(templates[key].text[language]));
    expect(variablesIn(templates[key].subject[language]).filter((name) => !said.has(name))).toEqual([]);
  });

  test('who looks at a screen learns from no subject how it was decided', () => {
    for (const language of Language.options) {
      const decisions = (['case.confirmed', 'case.granted', 'case.recognised', 'case.refused'] as const).map((key) =>
        subjectOf(content(key, { ...longestContents(language)[key].facts, programme: 'DB' }), language),
      );
      expect(new Set(decisions).size).toBe(1);
    }
  });
});

describe('what a resident reads', () => {
  test('an acceptance names programme, number, day and the day it is due', () => {
    const accepted = content('case.accepted', {
      programme: 'DB',
      caseNumber,
      acceptedOn: '2026-11-24',
      dueOn: '2027-01-06',
    });
    expect(render(accepted, 'zh-CN')).toBe(
      `您的最低生活保障申请(编号${caseNumber})已于2026年11月24日受理,预计2027年1月6日前办结。`,
    );
    expect(render(accepted, 'en')).toBe(
      `Your minimum living allowance application ${caseNumber} was accepted on 2026-11-24; due by 2027-01-06.`,
    );
  });

  test('a refusal states the reason and both remedies with their time limits (DOMAIN §2.5)', () => {
    const refused = content('case.refused', { programme: 'DB', caseNumber, ruleIds: ['AST-2'] });
    expect(render(refused, 'zh-CN')).toContain('理由:家庭拥有机动车辆');
    expect(render(refused, 'zh-CN')).toMatch(/60日内向鹿城区人民政府申请行政复议.*6个月内向人民法院起诉/);
    expect(render(refused, 'en')).toMatch(/administrative review within 60 days, or go to court within 6 months/);
  });

  test('a refusal points to another programme only where the decision gives a hint', () => {
    const plain = { programme: 'DB', caseNumber, ruleIds: ['DB-1'] };
    expect(render(content('case.refused', plain), 'zh-CN')).not.toContain('可能符合');
    expect(render(content('case.refused', { ...plain, hint: 'DBB' }), 'zh-CN')).toContain(
      '您家可能符合低保边缘家庭条件',
    );
  });

  test('a reason that has no words of its own points to the decision letter', () => {
    expect(wordsIn('zh-CN').reason(['HH-7'])).toBe('详见决定书');
    expect(wordsIn('en').reason(['DB-1', 'HH-7'])).toBe('income not below the standard');
  });

  test('an amount from sample figures is marked, a real one is not', () => {
    const stated = { programme: 'DB', caseNumber, monthlyFen: 130_000, payFrom: '2026-12', sample: true };
    expect(render(content('case.confirmed', stated), 'zh-CN')).toContain('每月1,300.00 [SAMPLE]元');
    expect(render(content('case.confirmed', { ...stated, sample: false }), 'zh-CN')).toContain('每月1,300.00元');
  });

  test('an award names the allowance, its first month and the remedy, and marks a sample amount', () => {
    const stated = { programme: 'VET_LIVING', monthlyFen: 18_000, payFrom: '2026-11', sample: true };
    expect(render(content('allowance.awarded', stated), 'zh-CN')).toMatch(
      /^您的优抚定期生活补助已批准,自2026年11月起每月180\.00 \[SAMPLE\]元。.*60日内向鹿城区人民政府申请行政复议。$/,
    );
  });

  test('a sum paid once says no month, and a status says no sum', () => {
    const granted = content('case.granted', { programme: 'TL_E', caseNumber, amountFen: 990_000, sample: false });
    expect(render(granted, 'zh-CN')).toMatch(/一次性发放9,900\.00元.*60日内向鹿城区人民政府申请行政复议/);
    const recognised = content('case.recognised', { programme: 'DBB', caseNumber, payFrom: '2026-12' });
    expect(render(recognised, 'zh-CN')).not.toMatch(/元/);
  });

  test('what is missing is listed once, with the day it is wanted by', () => {
    const stated = { programme: 'DB', items: ['authorisation', 'receipts'], supplyBy: '2026-12-24' };
    expect(render(content('case.supplement', stated), 'zh-CN')).toBe(
      '您的最低生活保障申请材料不齐,请于2026年12月24日前一次性补齐:全体成年成员核对授权书;医疗教育支出票据。',
    );
  });

  test('a payment says month, programme and the last four digits', () => {
    const paid = content('pay.paid', { programme: 'DB', period: '2026-12', last4: '0111' });
    expect(render(paid, 'zh-CN')).toBe('2026年12月最低生活保障已发放至尾号0111账户。');
  });
});

describe('money that did not arrive', () => {
  const failed = { programme: 'DB', period: '2026-12', reason: 'R03' };

  test('is told of with the reason and what to do', () => {
    expect(render(content('pay.failed', failed), 'zh-CN')).toBe(
      '2026年12月最低生活保障未能到账:该账户已销户,请登记新的收款账户。',
    );
    expect(render(content('pay.failed', failed), 'en')).toMatch(/could not be credited: the account is closed; please/);
  });

  test('for a reason without words of its own is being looked into', () => {
    expect(render(content('pay.failed', { ...failed, reason: 'R99' }), 'zh-CN')).toContain('正在向银行核实');
  });

  test('and waits is told of with the days, and once paid again says where', () => {
    expect(render(content('pay.unclaimed', { ...failed, days: 60 }), 'zh-CN')).toContain('已60天未能到账');
    expect(render(content('pay.reissued', { programme: 'DB', period: '2026-12', last4: '0129' }), 'zh-CN')).toBe(
      '2026年12月最低生活保障已重新发放至尾号0129账户。',
    );
  });
});

describe('money that is asked back', () => {
  const asked = { programme: 'OLD', period: '2026-06', amountFen: 50_00, sample: true };

  test('is told of with the month, the sum and the day until which the family may answer', () => {
    const noticed = content('recovery.noticed', { ...asked, answerBy: '2026-07-27' });
    expect(render(noticed, 'zh-CN')).toMatch(/^2026年6月.*50\.00 \[SAMPLE\]元.*身故后发放.*2026年7月27日前/);
    expect(render(noticed, 'en')).toMatch(/50\.00 \[SAMPLE\] yuan .* for 2026-06 .*by 2026-07-27\.$/);
  });

  test('once decided names both remedies with their time limits (DOMAIN §2.5)', () => {
    const decided = content('recovery.decided', asked);
    expect(render(decided, 'zh-CN')).toMatch(/60日内向鹿城区人民政府申请行政复议.*6个月内向人民法院起诉/);
    expect(render(decided, 'en')).toMatch(/administrative review within 60 days, or go to court within 6 months/);
  });
});

describe('a template that asks for too much', () => {
  test('a missing variable is an error, not a gap', () => {
    expect(() => filled('{programme} {caseNumber}', { programme: 'DB' })).toThrow('{caseNumber}');
    expect(() => textOf(templates['pay.paid'], 'en', {})).toThrow(RangeError);
  });
});

describe('the length of an SMS', () => {
  test.each([
    [1, 1],
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
    [268, 4],
    [269, 5],
  ])('%i units take %i parts', (units, parts) => {
    expect(segmentsOf('保'.repeat(units))).toBe(parts);
  });

  test('a character outside the basic plane counts twice', () => {
    expect(segmentsOf('𠮷'.repeat(35))).toBe(1);
    expect(segmentsOf('𠮷'.repeat(36))).toBe(2);
  });
});
