import { createConfig, lintFromString } from '@redocly/openapi-core';

/** What a contract of ours must keep to beside the specification; everything here is an error. */
const RULES = [
  'struct',
  'no-unresolved-refs',
  'no-unused-components',
  'no-identical-paths',
  'no-path-trailing-slash',
  'no-enum-type-mismatch',
  'no-schema-type-mismatch',
  'no-required-schema-properties-undefined',
  'path-declaration-must-exist',
  'path-parameters-defined',
  'paths-kebab-case',
  'operation-operationId',
  'operation-operationId-unique',
  'operation-operationId-url-safe',
  'operation-parameters-unique',
  'operation-summary',
  'operation-singular-tag',
  'operation-tag-defined',
  'operation-2xx-response',
  'operation-4xx-response',
  'operation-4xx-problem-details-rfc7807',
  'security-defined',
] as const;

/** Redocly's complaints about a document, each with its place; none for a good one. */
export async function lintOpenApi(file: string, text: string): Promise<string[]> {
  const config = await createConfig({ rules: Object.fromEntries(RULES.map((rule) => [rule, 'error'] as const)) });
  const problems = await lintFromString({ source: text, absoluteRef: `/${file}`, config });
  return problems.map(
    ({ ruleId, message, location }) => `${file}: ${location[0]?.pointer ?? ''} ${message} (${ruleId})`,
  );
}
