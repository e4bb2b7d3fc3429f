/** A JSON Schema, or any other object of a document. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
export const nodeOf = (value: unknown): Node => (isNode(value) ? value : {});
export const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** The object a `$ref` names within its own document; anything else as it is. Throws TypeError when it names nothing. */
export function resolved(value: unknown, root: Node): Node {
  const { $ref: ref } = nodeOf(value);
  if (typeof ref !== 'string') return nodeOf(value);
  const names = ref.replace(/^#\//, '').split('/');
  const found = names.reduce<unknown>((node, name) => nodeOf(node)[name.replaceAll('~1', '/')], root);
  if (!isNode(found)) throw new TypeError(`${ref} names nothing`);
  return resolved(found, root);
}

/** A schema laid into one: what it refers to, its `allOf`, and what it says itself. */
export function flat(value: unknown, root: Node): Node {
  const { $ref: ref, allOf, ...own } = nodeOf(value);
  const parts = [...(ref === undefined ? [] : [resolved(value, root)]), ...(Array.isArray(allOf) ? allOf : [])];
  return [...parts.map((part) => flat(part, root)), own].reduce(laidOver, {});
}

function laidOver(below: Node, above: Node): Node {
  const required = [...new Set([...textsOf(below['required']), ...textsOf(above['required'])])];
  return {
    ...below,
    ...above,
    ...((isNode(below['properties']) || isNode(above['properties'])) && {
      properties: { ...nodeOf(below['properties']), ...nodeOf(above['properties']) },
    }),
    ...(required.length > 0 && { required }),
  };
}

/** The alternatives of a schema; one that has none is its only one. */
export function variantsOf(schema: Node): readonly unknown[] {
  const variants = schema['anyOf'] ?? schema['oneOf'];
  return Array.isArray(variants) ? variants : [schema];
}

/** The values a schema lists; undefined when it lists none. */
export function valuesOf(schema: Node): readonly unknown[] | undefined {
  if (Array.isArray(schema['enum'])) return schema['enum'];
  return 'const' in schema ? [schema['const']] : undefined;
}

/** The JSON types a schema allows; undefined for any. */
export function typesOf(schema: Node): readonly string[] | undefined {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  return Array.isArray(type) ? type.map(String) : undefined;
}
