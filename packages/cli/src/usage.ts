/** What was typed makes no sense; its message says what would. Exit code 2. */
export class UsageError extends Error {}

/** The whole tool on one screen. */
export const USAGE = `minzheng — the operator's tool of the platform

  minzheng verify [--wait SECONDS]        proves that nothing is lost, or names the culprit (exit 1)
  minzheng status                         consumers, outbox, deadlines, parked messages of each service
  minzheng ops parked                     messages set aside
  minzheng ops redrive (--group G | ID…)  tries them again now, in the order of their key
  minzheng ops accept-gap GROUP TOPIC PARTITION NEXT FOUND
                                          goes on behind messages that are missing for good, as status names them
  minzheng migrate                        brings the databases to this release            (MONGODB_URI)
  minzheng topics apply [--partitions N]  makes the topics of the catalogue               (KAFKA_BROKERS, TOPIC_PREFIX)

  --service NAME    only this service; may stand several times
  --platform FILE   the running platform; .local/platform.json unless given`;
