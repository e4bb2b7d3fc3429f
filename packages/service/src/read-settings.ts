import type { z } from 'zod';

/** The environment does not hold what the schema asks for; the message names each variable and what it should be, never its value. */
export class SettingsInvalid extends Error {
  override readonly name = 'SettingsInvalid';
}

/** Where settings come from: `process.env`, which only a main.ts touches. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings once. Throws SettingsInvalid. The law's clock is moved on a local platform only. There the audit must have a witness, or its rows could be set back unseen.
 */
export function readSettings<T extends z.ZodObject>(schema: T, environment: Environment): z.output<T> {
  const parsed = schema.safeParse(environment);
  if (!parsed.success)
    throw new SettingsInvalid(parsed.error.issues.map((issue) => complaint(schema, issue, environment)).join('\n'));
  const { CIVIL_CLOCK: start, MINZHENG_ENV: where } = parsed.data;
  if (start !== undefined && where !== 'local') {
    throw new SettingsInvalid('CIVIL_CLOCK should not be set unless MINZHENG_ENV is local.');
  }
  if ('AUDIT_WITNESS_DIR' in schema.shape && parsed.data['AUDIT_WITNESS_DIR'] === undefined && where === 'production') {
    throw new SettingsInvalid('AUDIT_WITNESS_DIR should be a folder outside the database; it is not set.');
  }
  return parsed.data;
}

function complaint(schema: z.ZodObject, issue: z.core.$ZodIssue, environment: Environment): string {
  const name = String(issue.path[0]);
  const field = schema.shape[name] as z.ZodType | undefined;
  const wanted = field?.description ?? 'what the README says';
  return `${name} should be ${wanted}; it ${environment[name] === undefined ? 'is not set' : 'is something else'}.`;
}
