import type { Change, Direction } from './change.ts';
import { narrowings } from './narrowings.ts';
import { flat, isNode, nodeOf, textsOf, typesOf, valuesOf, variantsOf } from './schema.ts';
import type { Node } from './schema.ts';

/** Two documents whose schemas are compared. */
export interface Compared {
  readonly direction: Direction;
  readonly before: Node;
  readonly after: Node;
  /** The pairs of references on the way here: a schema may hold itself. */
  readonly met?: ReadonlySet<string>;
}

/** What of `before` no longer holds in `after`, for whoever sends (request) or reads (response) by it. */
export function compareSchemas(before: unknown, after: unknown, place: string, compared: Compared): Change[] {
  const pair = `${String(nodeOf(before)['$ref'])} ${String(nodeOf(after)['$ref'])}`;
  const isReferred = isNode(before) && isNode(after) && '$ref' in before && '$ref' in after;
  if (isReferred && compared.met?.has(pair)) return [];
  const documents = isReferred ? { ...compared, met: new Set([...(compared.met ?? []), pair]) } : compared;
  return compareFlat(flat(before, compared.before), flat(after, compared.after), place, documents);
}

function compareFlat(was: Node, is: Node, place: string, documents: Compared): Change[] {
  if (variantsOf(was).length > 1 || variantsOf(is).length > 1) return compareVariants(was, is, place, documents);
  const types = typeChange(was, is, documents.direction);
  if (types !== undefined) return [{ place, what: types }];
  return [
    ...valueChanges(was, is, documents.direction).map((what) => ({ place, what })),
    ...(documents.direction === 'request' ? narrowings(was, is).map((what) => ({ place, what })) : []),
    ...propertyChanges(was, is, place, documents),
    ...inner('items', '*', was, is, place, documents),
    ...inner('additionalProperties', '*', was, is, place, documents),
  ];
}

/** Callers may go on sending each shape they could send; readers meet no shape they did not know. */
function compareVariants(was: Node, is: Node, place: string, documents: Compared): Change[] {
  const isCompatible = (one: unknown, other: unknown): boolean =>
    compareSchemas(one, other, place, documents).length === 0;
  if (documents.direction === 'request') {
    const isLost = variantsOf(was).some((one) => !variantsOf(is).some((other) => isCompatible(one, other)));
    return isLost ? [{ place, what: 'one of its shapes is no longer taken' }] : [];
  }
  const isNew = variantsOf(is).some((other) => !variantsOf(was).some((one) => isCompatible(one, other)));
  return isNew ? [{ place, what: 'has a shape that readers do not know' }] : [];
}

function typeChange(was: Node, is: Node, direction: Direction): string | undefined {
  const [narrow, wide] = direction === 'request' ? [typesOf(was), typesOf(is)] : [typesOf(is), typesOf(was)];
  if (wide === undefined) return undefined;
  const fits = narrow?.every((type) => wide.includes(type) || (type === 'integer' && wide.includes('number')));
  return fits === true ? undefined : `type changed from ${shown(typesOf(was))} to ${shown(typesOf(is))}`;
}

const shown = (types: readonly string[] | undefined): string => types?.join('|') ?? 'any';

/** New values in a response are additive, as readers are told; a caller's value must stay good. */
function valueChanges(was: Node, is: Node, direction: Direction): string[] {
  const [before, after] = [valuesOf(was), valuesOf(is)];
  if (after === undefined) return [];
  if (before === undefined) return direction === 'request' ? ['takes listed values only now'] : [];
  const gone = before.filter((value) => !after.includes(value));
  if (direction === 'request') return gone.map((value) => `no longer takes ${JSON.stringify(value)}`);
  return gone.length === before.length ? ['none of its values is left'] : [];
}

function propertyChanges(was: Node, is: Node, place: string, documents: Compared): Change[] {
  const [before, after] = [nodeOf(was['properties']), nodeOf(is['properties'])];
  const [needed, needs] = [textsOf(was['required']), textsOf(is['required'])];
  const isRequest = documents.direction === 'request';
  const existing = Object.keys(before).flatMap((name) => {
    const at = `${place}/${name}`;
    if (!(name in after)) return [{ place: at, what: isRequest ? 'is no longer taken' : 'removed' }];
    return compareSchemas(before[name], after[name], at, documents);
  });
  const turned = isRequest
    ? needs.filter((name) => !needed.includes(name)).map((name) => [name, 'is required now'] as const)
    : needed
        .filter((name) => name in after && !needs.includes(name))
        .map((name) => [name, 'may be missing now'] as const);
  return [...existing, ...turned.map(([name, what]) => ({ place: `${place}/${name}`, what }))];
}

function inner(key: string, name: string, was: Node, is: Node, place: string, documents: Compared): Change[] {
  if (!isNode(was[key]) || !isNode(is[key])) return [];
  return compareSchemas(was[key], is[key], `${place}/${name}`, documents);
}
