import type { ProblemDocument } from '../api/contract.ts';
import type { Draft } from './draft.ts';
import { placeOf } from './fields.ts';
import type { Place } from './fields.ts';

/** One thing the API found wrong, with the input it means where there is one. */
export interface PlacedError {
  readonly place?: Place;
  readonly code: string;
  readonly detail: string;
}

/** The errors of a problem document on the pages. One input has one error; what no page asks for is said all the same. */
export function placedErrors({ errors = [] }: Pick<ProblemDocument, 'errors'>, draft: Draft): PlacedError[] {
  const placed = errors.map(({ pointer, code, detail }) => {
    const place = placeOf(pointer, draft);
    return { ...(place && { place }), code, detail };
  });
  return placed.filter(
    ({ place }, at) => place === undefined || placed.findIndex((other) => other.place?.field === place.field) === at,
  );
}
