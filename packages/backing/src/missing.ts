/** A prerequisite that is not there: what, why it is needed, and the command that brings it, in one line for a person. */
export class MissingPrerequisite extends Error {
  override name = 'MissingPrerequisite';
}
