import { Unmet } from '../row.ts';
import type { Row } from '../row.ts';

/** After any failure our producer begins anew with another id (row 26), so a gap would have to be forged on the wire. */
export const sequenceGap: Row = {
  number: 27,
  name: "a gap in a producer's sequence",
  whyNot: () => 'it needs a wire that rewrites record batches',
  run: () => Promise.reject(new Unmet('this row has no program yet')),
};
