/** References, counts, times and codes end in one of these; a name, an ID number, a phone or an account number does not. */
const ALLOWED_ENDING = /(?:^|[a-z0-9])(?:Ids?|Ms|At|On|No|Fen|Bytes|Count|Code|Seconds|Version|Hash|Url)$/;

const ALLOWED = new Set(
  [
    'id ids at ms port pid service process url method route status traceId traceparent operation breaker',
    'topic topics partition offset first next end lag group slot slots epoch owner key type class kind subject event events',
    'collection index migration migrations state from to command count attempts chunk rows bytes limit signal code retriable',
    'reason degraded culprit check checks part channel template result seq version period err level msg time withheld',
  ].flatMap((line) => line.split(' ')),
);

/** Fields that end like a reference and still are not one. */
const FORBIDDEN = /resident|mobile|phone|holder|account(?!Id)|card|address|idNumber/i;

/** True when a log field may be written: the list says what is allowed, so whatever nobody thought of stays out. */
export function isAllowedField(field: string): boolean {
  return !FORBIDDEN.test(field) && (ALLOWED.has(field) || ALLOWED_ENDING.test(field));
}
