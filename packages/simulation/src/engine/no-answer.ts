/** A server was asked and has not answered: what was asked may have been done. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly retriable = true;
}
