import type { ServerKind } from './backing.ts';

/** One server kind that answers, however it was started: what `startBacking` composes. */
export interface Started {
  kind: ServerKind;
  /** `host:port` of every member, or whole URIs where they were given. */
  addresses: readonly string[];
  /** `host:port` by name; empty where the address was given, for then the server is not ours. */
  members: Record<string, string>;
  how: string;
  pids: () => Record<string, number>;
  stop: (graceMs: number) => Promise<void>;
}
