import type { Change } from './change.ts';
import { compareSchemas } from './compare-schemas.ts';
import { flat, nodeOf, resolved, textsOf, valuesOf } from './schema.ts';
import type { Node } from './schema.ts';

const JSON_TYPES = ['application/json', 'application/problem+json'];
const FIRST_REFUSAL = 400;

/** Both sides of one thing, each with the document it stands in. */
interface Pair {
  readonly was: Node;
  readonly is: Node;
  readonly before: Node;
  readonly after: Node;
  readonly place: string;
}

/** What breaks callers between two OpenAPI documents of one service; additions break nobody. */
export function compareOpenApi(before: Node, after: Node): Change[] {
  const now = operationsOf(after);
  return [...operationsOf(before)].flatMap(([key, { place, operation: was }]) => {
    const is = now.get(key)?.operation;
    if (is === undefined) return [{ place, what: 'operation removed' }];
    const pair = { was, is, before, after, place };
    return [...factChanges(pair), ...parameterChanges(pair), ...bodyChanges(pair), ...responseChanges(pair)];
  });
}

interface Operation {
  readonly place: string;
  readonly operation: Node;
}

/** By method and path; what a parameter of the path is called matters to nobody. */
function operationsOf({ paths }: Node): Map<string, Operation> {
  const rows = Object.entries(nodeOf(paths)).flatMap(([path, item]) =>
    Object.entries(nodeOf(item)).map(([method, operation]) => {
      const place = `${method.toUpperCase()} ${path}`;
      return [place.replaceAll(/\{[^}]+\}/g, '{}'), { place, operation: nodeOf(operation) }] as const;
    }),
  );
  return new Map(rows);
}

function factChanges({ was, is, place }: Pair): Change[] {
  const roles = textsOf(was['x-roles']).filter((role) => !textsOf(is['x-roles']).includes(role));
  const [limit, limitNow] = [was['x-body-limit-bytes'], is['x-body-limit-bytes']];
  const isSmaller = typeof limit === 'number' && typeof limitNow === 'number' && limitNow < limit;
  return [
    ...(was['operationId'] === is['operationId'] ? [] : [`operationId is no longer ${String(was['operationId'])}`]),
    ...roles.map((role) => `role ${role} may no longer call it`),
    ...(isSmaller ? [`takes ${limitNow} bytes only, not ${limit}`] : []),
  ].map((what) => ({ place, what }));
}

function parameterChanges({ was, is, before, after, place }: Pair): Change[] {
  const [known, now] = [parametersOf(was, before), parametersOf(is, after)];
  const kept = [...known].flatMap(([key, parameter]) => {
    const at = `${place}, ${key}`;
    const same = now.get(key);
    if (same === undefined) return [{ place: at, what: 'is no longer taken' }];
    const isTurned = parameter['required'] !== true && same['required'] === true;
    return [
      ...(isTurned ? [{ place: at, what: 'is required now' }] : []),
      ...compareSchemas(parameter['schema'], same['schema'], at, { direction: 'request', before, after }),
    ];
  });
  const added = [...now]
    .filter(([key, parameter]) => !known.has(key) && parameter['required'] === true)
    .map(([key]) => ({ place: `${place}, ${key}`, what: 'is required now' }));
  return [...kept, ...added];
}

/** By kind and name; those of the path by their order. */
function parametersOf({ parameters }: Node, root: Node): Map<string, Node> {
  const all = Array.isArray(parameters) ? parameters.map((parameter) => resolved(parameter, root)) : [];
  const inPath = all.filter((parameter) => parameter['in'] === 'path');
  const rows = all.map((parameter) => {
    const name = parameter['in'] === 'path' ? inPath.indexOf(parameter) + 1 : String(parameter['name']);
    return [`${String(parameter['in'])} parameter ${name}`, parameter] as const;
  });
  return new Map(rows);
}

function bodyChanges({ was, is, before, after, place }: Pair): Change[] {
  const [body, bodyNow] = [was['requestBody'], is['requestBody']].map((one, i) =>
    one === undefined ? undefined : resolved(one, i === 0 ? before : after),
  );
  const at = `${place}, body`;
  if (body === undefined) return bodyNow?.['required'] === true ? [{ place: at, what: 'is required now' }] : [];
  if (bodyNow === undefined) return [{ place: at, what: 'is no longer taken' }];
  return compareSchemas(schemaOf(body), schemaOf(bodyNow), at, { direction: 'request', before, after });
}

function responseChanges({ was, is, before, after, place }: Pair): Change[] {
  const now = nodeOf(is['responses']);
  return Object.entries(nodeOf(was['responses'])).flatMap(([status, response]) => {
    const at = `${place}, ${status}`;
    if (now[status] === undefined) return [{ place: at, what: 'is no longer answered' }];
    const pair = { was: resolved(response, before), is: resolved(now[status], after), before, after, place: at };
    return [
      ...headerChanges(pair),
      ...compareSchemas(schemaOf(pair.was), schemaOf(pair.is), at, { direction: 'response', before, after }),
      ...(Number(status) >= FIRST_REFUSAL ? codeChanges(pair) : []),
    ];
  });
}

function headerChanges({ was, is, place }: Pair): Change[] {
  const now = nodeOf(is['headers']);
  const gone = Object.keys(nodeOf(was['headers'])).filter((name) => !(name in now));
  return gone.map((name) => ({ place, what: `header ${name} removed` }));
}

/** A refusal's code is stable for ever: somebody shows a text of their own for it. */
function codeChanges({ was, is, before, after, place }: Pair): Change[] {
  const now = codesOf(is, after);
  return codesOf(was, before)
    .filter((code) => !now.includes(code))
    .map((code) => ({ place, what: `refusal code ${code} removed` }));
}

function codesOf(response: Node, root: Node): readonly string[] {
  const { code } = nodeOf(flat(schemaOf(response), root)['properties']);
  return textsOf(valuesOf(nodeOf(code)));
}

function schemaOf({ content }: Node): unknown {
  const media = nodeOf(content);
  return nodeOf(JSON_TYPES.map((type) => media[type]).find((one) => one !== undefined))['schema'] ?? {};
}
