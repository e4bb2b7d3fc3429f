/** MongoDB's TTL reads only dates. Machine time in ms, never civil time: the law's clock must not delete rows. */
export function bsonDate(machineMs: number): BsonDate {
  // oxlint-disable-next-line no-restricted-globals -- BSON knows a date only as this class; no clock is read here.
  return new Date(machineMs);
}

/** What a date is once it has been read or is about to be written. */
export interface BsonDate {
  getTime(): number;
}
