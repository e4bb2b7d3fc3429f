import type { Operator } from './operator.ts';

/** Says where each service stands; true when every one of them answered. */
export async function status(
  operator: Operator,
  { services, say }: { readonly services: readonly string[]; readonly say: (line: string) => void },
): Promise<boolean> {
  const answers = await Promise.allSettled(
    services.map((service) => operator.get<Record<string, unknown>>(service, '/status')),
  );
  for (const [index, answer] of answers.entries()) {
    say(`${services[index]}`);
    for (const line of linesOf(answer)) say(`  ${line}`);
  }
  return answers.every(({ status: outcome }) => outcome === 'fulfilled');
}

function linesOf(answer: PromiseSettledResult<Record<string, unknown>>): string[] {
  if (answer.status === 'rejected') return [(answer.reason as Error).message];
  const { service: _, ...facts } = answer.value;
  return Object.entries(facts).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
}
