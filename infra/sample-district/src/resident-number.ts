import { ResidentId } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';

const CHECKS = '0123456789X'.split('');
const FIRST_SEQUENCE = 900;
const SEQUENCES = 100;

/**
 * Numbers that are valid in form (GB 11643, ID-1) and each given once. The sequence is taken from 900 on, which offices hand out last.
 * Throws RangeError when a day of an area has no number left.
 */
export class ResidentNumbers {
  readonly #given = new Map<string, number>();
  readonly #today: LocalDate;

  constructor(today: LocalDate) {
    this.#today = today;
  }

  next(area: string, born: LocalDate, sex: 'male' | 'female'): ResidentId {
    const place = `${area}${born.replaceAll('-', '')}`;
    const key = `${place}${sex}`;
    const turn = this.#given.get(key) ?? 0;
    this.#given.set(key, turn + 1);
    if (2 * turn >= SEQUENCES) throw new RangeError(`no number is left for ${born} in ${area}`);
    return checked(`${place}${FIRST_SEQUENCE + 2 * turn + (sex === 'male' ? 1 : 0)}`, this.#today);
  }
}

function checked(digits: string, today: LocalDate): ResidentId {
  for (const check of CHECKS) {
    const read = ResidentId.parse(digits + check, today);
    if (read.ok) return read.value;
  }
  throw new RangeError(`${digits} has no check character`);
}
