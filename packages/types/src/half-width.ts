const FULL_WIDTH_FORMS = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfe_e0;

/** Chinese keyboards give full-width digits and letters; this gives the ASCII ones people meant, without blanks. */
export function halfWidth(text: string): string {
  const narrow = text.replaceAll(FULL_WIDTH_FORMS, (c) => String.fromCodePoint(c.charCodeAt(0) - FULL_WIDTH_OFFSET));
  return narrow.replaceAll(/\s/g, '');
}
