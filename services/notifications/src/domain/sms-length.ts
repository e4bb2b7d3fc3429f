const SINGLE_UNITS = 70;
const MULTIPART_UNITS = 67;

/** No message is longer than this many parts: a refusal for every reason at once, in English, takes six. */
export const MAX_SEGMENTS = 6;

/** Parts that an SMS takes: 70 UCS-2 units in one, 67 in each of several (DOMAIN §5). */
export function segmentsOf(text: string): number {
  return text.length <= SINGLE_UNITS ? 1 : Math.ceil(text.length / MULTIPART_UNITS);
}
