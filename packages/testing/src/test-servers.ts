/** Addresses of the real servers that the jest run holds up for all suites. */
export interface TestServers {
  readonly kafkaBrokers: readonly string[];
  /** Replica-set URI without a database. */
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

function given(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') {
    throw new Error(`${variable} is not set: run this suite as *.int.test.ts, whose global setup starts the servers`);
  }
  return value;
}

/** The servers of this run. Throws when the suite runs without the global setup. */
export function testServers(): TestServers {
  return {
    kafkaBrokers: given('MINZHENG_TEST_KAFKA').split(','),
    mongodbUri: given('MINZHENG_TEST_MONGODB'),
    redisUrl: given('MINZHENG_TEST_REDIS'),
  };
}
