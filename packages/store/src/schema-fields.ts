import type { z } from 'zod';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly options?: readonly z.ZodType[];
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** The top-level field names of an object schema, or of a union of such. Throws TypeError for any other schema. */
export function fieldsOf(schema: z.ZodType): Set<string> {
  const definition = schema.def as unknown as Definition;
  if (definition.shape !== undefined) return new Set(Object.keys(definition.shape));
  const { options = [], left, right, innerType, in: input } = definition;
  const parts = [...options, left, right, innerType, input].filter((part) => part !== undefined);
  if (parts.length === 0) throw new TypeError(`a state is an object or a union of objects, not ${definition.type}`);
  return new Set(parts.flatMap((part) => [...fieldsOf(part)]));
}
