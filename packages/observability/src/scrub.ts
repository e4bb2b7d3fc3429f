/** An ID number, a card or a phone is a run of digits at least this long; our own counts and codes are shorter. */
const LONG_DIGITS = /\d{7,}[0-9Xx]?/g;
const HAN = /\p{Script=Han}+/gu;
const DUPLICATE_VALUES = /dup key: \{.*\}/gs;

/** An error's message without what could be personal data: library messages quote the values they stumbled on. */
export function scrub(text: string): string {
  return text.replaceAll(DUPLICATE_VALUES, 'dup key').replaceAll(LONG_DIGITS, '#').replaceAll(HAN, '…');
}

/** A reference, a code, a path or a reason of ours is never Chinese; a name is. */
export function withoutHan(text: string): string {
  return text.replaceAll(HAN, '…');
}
