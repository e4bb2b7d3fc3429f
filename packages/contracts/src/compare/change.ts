/** One difference that would break somebody who keeps to the released contract. */
export interface Change {
  /** Where, as a reader would look it up: 'POST /people/resolve, body/residentId'. */
  readonly place: string;
  readonly what: string;
}

/** 'request' is what callers send, 'response' what they and the readers of events get. */
export type Direction = 'request' | 'response';
