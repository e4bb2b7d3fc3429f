import type { Viewer } from '@minzheng/types';
import { reachOf } from '@minzheng/types';
import type { AnyPage } from './filter.ts';
import type { Kind } from './kind.ts';

const MAX_PAGE = 1_000;
const OPERATORS = new Set(['$in', '$nin', '$ne', '$exists', '$lt', '$lte', '$gt', '$gte']);
const NOTHING = { _id: { $in: [] } };

type Query = Record<string, unknown>;

/**
 * A filter as MongoDB takes it. Throws TypeError for a path that the schema does not have, a sealed field, an operator that is not
 * one of ours or a value that is an object: whatever came from outside cannot become an operator here.
 */
export function compileFilter(kind: Kind, filter: Readonly<Record<string, unknown>>): Query {
  return Object.fromEntries(
    Object.entries(filter).map(([path, condition]) => [pathOf(kind, path), conditionOf(path, condition)]),
  );
}

function pathOf(kind: Kind, path: string): string {
  const [field = ''] = path.split('.');
  if (!kind.fields.has(field)) throw new TypeError(`${kind.name} has no field ${field}`);
  if (kind.sealedFields.has(field)) throw new TypeError(`${kind.name}.${field} is sealed`);
  return path === 'id' ? '_id' : path;
}

function conditionOf(path: string, condition: unknown): Query {
  if (isComparable(condition)) return { $eq: condition };
  if (typeof condition !== 'object' || condition === null) throw new TypeError(`${path}: no condition`);
  const unsafe = Object.entries(condition).find(([operator, value]) => !OPERATORS.has(operator) || !isOperand(value));
  if (unsafe !== undefined || Object.keys(condition).length === 0) throw new TypeError(`${path}: not a condition`);
  return { ...condition };
}

function isOperand(value: unknown): boolean {
  return isComparable(value) || (Array.isArray(value) && value.every(isComparable));
}

function isComparable(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** The part of a collection that the viewer reaches by the fields that say whose a row is. */
export function reachFilter(kind: Kind, viewer: Viewer): Query {
  const reach = reachOf(viewer);
  const { division, personId } = kind.scopeFields;
  if (reach === 'everything' || (division === undefined && personId === undefined)) return {};
  const ways: Query[] = [
    ...(division === undefined
      ? []
      : reach.divisions.map((prefix) => ({ [pathOf(kind, division)]: { $regex: `^${prefix}` } }))),
    ...(personId === undefined ? [] : reach.personIds.map((own) => ({ [pathOf(kind, personId)]: own }))),
  ];
  return ways.length === 0 ? NOTHING : { $or: ways };
}

/** Sort, limit and start of a page: by one field and the id, so that pages neither overlap nor leave a gap. */
export function compilePage(
  kind: Kind,
  { sort, limit, after }: AnyPage,
): { start: Query; sort: Record<string, 1 | -1>; limit: number } {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE)
    throw new RangeError(`a page has 1 to ${MAX_PAGE} rows`);
  const direction: 1 | -1 = sort?.order === 'descending' ? -1 : 1;
  const field = sort === undefined ? '_id' : pathOf(kind, sort.by);
  const beyond = direction === 1 ? '$gt' : '$lt';
  const order: Record<string, 1 | -1> = field === '_id' ? {} : { [field]: direction };
  return { start: startAfter(field, beyond, after), sort: { ...order, _id: direction }, limit };
}

function startAfter(field: string, beyond: string, after: AnyPage['after']): Query {
  if (after === undefined) return {};
  if (field === '_id') return { _id: { [beyond]: after.id } };
  if (after.value === undefined) throw new TypeError(`a page sorted by ${field} goes on after a value of it`);
  return { $or: [{ [field]: { [beyond]: after.value } }, { [field]: after.value, _id: { [beyond]: after.id } }] };
}
