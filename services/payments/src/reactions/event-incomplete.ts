/** The event does not say whom or where it concerns, or comes before its cause, so nothing can follow from it. */
export class EventIncomplete extends Error {
  override readonly name = 'EventIncomplete';
  readonly retriable = false;
}
