import { Worker } from 'node:worker_threads';

/** What the thread is given: whom to ask, and where to keep the slowest answer. */
export interface Watched {
  readonly url: string;
  readonly slowestMs: Float64Array;
}

/** Asks an address again and again, in a thread of its own: what this process itself is busy with is not held against the other. */
export interface AnswerWatch {
  /** Whether the answers count by now. */
  isWarm(): boolean;
  /** Ends it, and gives the slowest answer in ms. */
  end(): Promise<number>;
}

/** Begins to ask. */
export function watchAnswers(url: string): AnswerWatch {
  const watched: Watched = { url, slowestMs: new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)) };
  const worker = new Worker(new URL('answer-watch-worker.ts', import.meta.url), { workerData: watched });
  return {
    isWarm: () => (watched.slowestMs[0] ?? 0) > 0,
    end: async () => {
      await worker.terminate();
      return watched.slowestMs[0] ?? 0;
    },
  };
}
