import type { Host } from '../backing.ts';
import type { KeptProcess } from '../processes/kept-process.ts';
import type { Program } from '../processes/guarded-process.ts';

/** What a plain server needs to know; `ports` has one entry per member. */
export interface PlainServerRequest {
  serversDir: string;
  dataDir: string;
  logsDir: string;
  ports: readonly number[];
  /** Where each member runs; absent, on this machine's loopback. */
  hosts?: readonly Host[];
  keep: (program: Program) => Promise<KeptProcess>;
  tell: (line: string) => void;
}

/** A server that answers: `host:port` of each member, and in the same order the processes behind them. */
export interface PlainServer {
  addresses: readonly string[];
  kept: readonly KeptProcess[];
}
