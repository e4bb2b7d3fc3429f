import type { Chance } from './chance.ts';

/** The commonest family names, and rarer ones that forms and fonts stumble over. */
const FAMILIES = '陈林黄叶王李张周吴徐郑朱潘胡金杨刘孙蔡夏'.split('');
const RARE_FAMILIES = ['𠮷', '欧阳', '䶮', '尉迟', '㛃'];
const GIVEN = '伟芳娜敏静丽强磊洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志海燕'.split('');
const FROM_ELSEWHERE = ['买买提·艾合买提', '阿依古丽·吐尔逊', '扎西·次仁'];

/** A name that says that it is a sample: 样 after the family's. */
export function nameOf(chance: Chance, family: string): string {
  if (chance.inThousand(4)) return chance.one(FROM_ELSEWHERE);
  return `${family}样${chance.one(GIVEN)}`;
}

export const familyOf = (chance: Chance): string =>
  chance.inThousand(15) ? chance.one(RARE_FAMILIES) : chance.one(FAMILIES);
