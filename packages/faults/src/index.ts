export { openAftermath } from './aftermath.ts';
export { openCluster } from './cluster.ts';
export { runRow } from './run-row.ts';
export type { RowResult } from './run-row.ts';
export type { Row } from './row.ts';
export { rows } from './rows/index.ts';
