import { Unmet } from '../row.ts';
import type { Row } from '../row.ts';

const why = (): string => 'the mongods share one network namespace';
const never = (): Promise<void> => Promise.reject(new Unmet('this row has no program yet'));

/** A partition needs members in network namespaces of their own; the servers of this run share the machine's. */
export const partitionedPrimary: Row = {
  number: 5,
  name: 'primary cut off from both secondaries',
  mongods: 3,
  whyNot: why,
  run: never,
};

export const halfPartitionedPrimary: Row = {
  number: 6,
  name: 'primary sends and does not receive',
  mongods: 3,
  whyNot: why,
  run: never,
};
