/** A refusal to start whose message is the whole answer: one line that says what is wrong and what to do. */
export class OneLine extends Error {
  override name = 'OneLine';
}
