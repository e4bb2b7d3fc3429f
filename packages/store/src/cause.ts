import type { PersonId, Viewer } from '@minzheng/types';

/** Who and what stands behind a change or a read. */
export interface Cause {
  readonly viewer: Viewer;
  /** As the audit names them: a staff number, a personId, 'reaction:<type>' or 'job:<kind>'. */
  readonly actor: string;
  readonly correlationId: string;
  /** The event or command that led here. */
  readonly causationId?: string | undefined;
  readonly traceparent?: string | undefined;
}

/** What the audit keeps of a change or of a read of personal data; who and when come from the cause and the clocks. */
export interface AuditEntry {
  readonly action: string;
  /** Whose data it was, for "who saw my data". */
  readonly subjectPersonId?: PersonId | undefined;
  /** What was touched, as '<kind>/<id>'. */
  readonly object: string;
  readonly purpose: string;
}
