import type { FieldCode, FieldError, Params, Refusal } from '@minzheng/types';
import type { z } from 'zod';

const MAX_ERRORS = 50;

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, as one refusal with every field at fault; an unknown field gives it its own code. */
export function invalid(error: z.ZodError, prefix: readonly PropertyKey[] = []): Refusal {
  const isUnknownField = error.issues.some((issue) => issue.code === 'unrecognized_keys');
  const errors = error.issues.flatMap((issue) => fieldErrors(issue, prefix)).slice(0, MAX_ERRORS);
  return { code: isUnknownField ? 'request.unknown-field' : 'request.invalid', errors };
}

function fieldErrors(issue: Issue, prefix: readonly PropertyKey[]): FieldError[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: pointer([...path, key]), code: 'field.unknown' }));
  }
  const { code, params } = meaning(issue);
  return [{ pointer: pointer(path), code, ...(params && { params }) }];
}

/** RFC 6901. */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

interface Meaning {
  readonly code: FieldCode;
  readonly params?: Params;
}

function meaning(issue: Issue): Meaning {
  if (issue.code === 'too_small') return { code: below(issue.origin), params: { minimum: Number(issue.minimum) } };
  if (issue.code === 'too_big') return { code: above(issue.origin), params: { maximum: Number(issue.maximum) } };
  if (issue.input === undefined) return { code: 'field.required' };
  return { code: PLAIN[issue.code] ?? 'field.bad-format' };
}

const PLAIN: Readonly<Partial<Record<Issue['code'], FieldCode>>> = {
  invalid_type: 'field.wrong-type',
  invalid_union: 'field.wrong-type',
  invalid_value: 'field.not-in-list',
};

function below(origin: string): FieldCode {
  if (origin === 'string') return 'field.too-short';
  return origin === 'array' || origin === 'set' ? 'field.too-few' : 'field.too-small';
}

function above(origin: string): FieldCode {
  if (origin === 'string') return 'field.too-long';
  return origin === 'array' || origin === 'set' ? 'field.too-many' : 'field.too-large';
}
