export { sampleDistrict } from './district.ts';
export type { DistrictSpec } from './district.ts';
export { fill } from './fill.ts';
export type { Destination, Filled } from './fill.ts';
export type { Member, Relation, SampleHousehold } from './household.ts';
export { ResidentNumbers } from './resident-number.ts';
