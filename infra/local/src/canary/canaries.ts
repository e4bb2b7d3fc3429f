import { ResidentNumbers } from '@minzheng/sample-district';
import { seeded } from '@minzheng/simulator';
import { BankCard, localDate } from '@minzheng/types';
import type { Canary } from './canary.ts';

/** Characters that no text of ours holds: of the extensions, and private-use ones, as they still come out of old systems. */
const RARE = Array.from(
  '𠮷𠀋𡈽𡌛𡑮𢘉𢛳𣑊𣗄𣜿𣳾𤄃𤟱𤭖𥆩𥝱𥧄𥻘𦀌𦚰𧃴𧄍𧚄𧯇𨉷𨑕𨨩𨫍𩊠𩗏𩙿𩛰𩵋𩸽䶮㛃㐂㒵㔟㙊\uE815\uE81E\uE826\uE843',
);
/** Four bytes each in UTF-8, UTF-16 and GB 18030, so that a name is long enough to mean something in any of them. */
const LONG = RARE.filter((char) => (char.codePointAt(0) ?? 0) > 0xff_ff);
const FIRST_BIRTH_YEAR = 1_940;
const BIRTH_YEARS = 60;
const DISTRICT = '330302';
/** No time in seconds or milliseconds begins like it. */
const MOBILE_PREFIX = '199';
const CARD_PREFIX = '6217';
const CARD_DIGITS = 18;

/** The same persons for the same seed. No value is part of another's. */
export function canaries(count: number, seed: number, today = localDate.of(2025, 10, 9)): Canary[] {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const numbers = new ResidentNumbers(today);
  const unique = onlyOnce();
  const digits = (length: number): string => Array.from({ length }, () => below(10)).join('');
  const card = (): string => checked(`${CARD_PREFIX}${digits(CARD_DIGITS - CARD_PREFIX.length)}`);
  return Array.from({ length: count }, (_, index) => {
    const born = localDate.of(FIRST_BIRTH_YEAR + below(BIRTH_YEARS), 1 + below(12), 1 + below(28));
    return {
      index,
      login: `resident-canary-${index}`,
      name: unique(() => nameFrom(below)),
      residentId: numbers.next(DISTRICT, born, index % 2 === 0 ? 'male' : 'female'),
      mobile: unique(() => `${MOBILE_PREFIX}${digits(8)}`),
      email: unique(() => `kanaria-${digits(9)}@example.cn`),
      accountNumber: unique(card),
      otherAccountNumber: unique(card),
    };
  });
}

/** Three characters, or with a middle dot in it: no letter of the Latin alphabet, and nothing of it in any word of ours. */
function nameFrom(below: (limit: number) => number): string {
  const [first, middle, last] = [LONG, RARE, LONG].map((chars) => chars[below(chars.length)] ?? '');
  return below(10) === 0 ? `${first}${middle}·${last}` : `${first}${middle}${last}`;
}

function onlyOnce(): (draw: () => string) => string {
  const drawn = new Set<string>();
  return (draw) => {
    let value = draw();
    while (drawn.has(value)) value = draw();
    drawn.add(value);
    return value;
  };
}

function checked(digits: string): string {
  const last = Array.from('0123456789').find((digit) => BankCard.parse(digits + digit).ok);
  if (last === undefined) throw new RangeError('a card number has no check digit');
  return digits + last;
}
