const FEN_PER_YUAN = 100;
const YUAN_TEXT = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/** '1,300.00' for 130000 fen. The number must be a safe integer. */
export function yuanText(amountFen: number): string {
  const digits = String(Math.abs(amountFen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amountFen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}

/** Whole fen from the text people write, with or without separators and decimals; undefined for anything else. */
export function fenOfYuan(text: string): number | undefined {
  const match = YUAN_TEXT.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const amountFen = Number(whole.replaceAll(',', '')) * FEN_PER_YUAN + Number(fraction.padEnd(2, '0'));
  if (!Number.isSafeInteger(amountFen)) return undefined;
  return sign === '-' && amountFen !== 0 ? -amountFen : amountFen;
}
