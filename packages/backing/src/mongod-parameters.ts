const parameters = {
  // Without it writes resume only 13.5 s after a primary freezes, because a secondary goes on fetching from it.
  oplogNetworkTimeoutBufferSeconds: '1',
  // A process killed within a transaction leaves its locks behind until this has passed; ours give up after 8 s anyway.
  transactionLifetimeLimitSeconds: '10',
  // The pause in which a member that stops lets its clients go elsewhere, 15 s by default, is longer than a whole stop may take.
  shutdownTimeoutMillisForSignaledShutdown: '200',
};

/** What every mongod of ours is told, however it is started. */
export const mongodParameters: readonly string[] = Object.entries(parameters).flatMap(([name, value]) => [
  '--setParameter',
  `${name}=${value}`,
]);
