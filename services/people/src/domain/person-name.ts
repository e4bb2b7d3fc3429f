const MAX_LENGTH = 50;
const DOTS = /[•・‧∙⋅．]/gu;

/** Letters of any script, their marks, 〇, and private-use characters: the way rare characters still come out of old systems. */
const NAME = /^[\p{L}\p{M}\p{Co}〇]+(?:·[\p{L}\p{M}\p{Co}〇]+)*$/u;

/**
 * 姓名 as on the ID card: NFC, no blanks around it, every middle dot written '·'; 1–50 characters, rare ones among them.
 * Undefined for anything else. Two spellings of one name come out the same.
 */
export function personName(raw: string): string | undefined {
  const name = raw.normalize('NFC').trim().replaceAll(DOTS, '·');
  return NAME.test(name) && Array.from(name).length <= MAX_LENGTH ? name : undefined;
}
