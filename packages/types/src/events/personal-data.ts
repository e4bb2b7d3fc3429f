import { z } from 'zod';

/** Endings of field names, letters only and lower case, that would carry who somebody is or where to reach or pay them. */
const PERSONAL_ENDINGS = [
  'name',
  'residentid',
  'idnumber',
  'idno',
  'idcard',
  'phone',
  'phonenumber',
  'mobile',
  'mobilenumber',
  'telephone',
  'email',
  'address',
  'accountnumber',
  'accountno',
  'acctno',
  'cardnumber',
  'cardno',
  'bankcard',
  'birthdate',
  'dateofbirth',
];

/** A schema with none of these takes any value. */
const SHAPES = ['type', 'enum', 'const', 'anyOf', 'oneOf', 'allOf', '$ref'];

interface Node {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly additionalProperties?: unknown;
}

/**
 * The fields of an event's data, at any depth, that must not be on the bus: those whose name says personal data, and
 * what is open, whose field names nobody can know beforehand. Empty when the schema is fit.
 */
export function personalDataFields(schema: z.ZodType): string[] {
  return fieldsWithin(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
}

function fieldsWithin(node: unknown, path: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((item) => fieldsWithin(item, path));
  const { properties = {}, additionalProperties, ...rest } = node as Node;
  const open = typeof additionalProperties === 'object' ? [`${path}/*`] : [];
  const below = Object.entries(properties).flatMap(([name, child]) => [
    ...(isPersonal(name) ? [`${path}/${name}`] : []),
    ...(isAnything(child) ? [`${path}/${name}`] : fieldsWithin(child, `${path}/${name}`)),
  ]);
  return [...open, ...below, ...Object.values(rest).flatMap((child) => fieldsWithin(child, path))];
}

/** A schema that says nothing of what it holds: `unknown`, or what JSON Schema has no word for. */
function isAnything(node: unknown): boolean {
  return typeof node === 'object' && node !== null && !SHAPES.some((key) => Object.hasOwn(node, key));
}

function isPersonal(name: string): boolean {
  const letters = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return PERSONAL_ENDINGS.some((ending) => letters.endsWith(ending));
}
