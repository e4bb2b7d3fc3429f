import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../demo/api.ts';
import { repository } from '../places.ts';
import type { Row } from './row.ts';

interface Example {
  readonly summary: string;
  readonly value: unknown;
  readonly 'x-expect': unknown;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly examples?: Record<string, Example> }>>;
  };
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Who asks each question. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  assessStory: 'district-decider-1',
  assessMatter: 'veterans-officer-1',
};

interface Asked {
  readonly path: string;
  readonly account: string;
  readonly name: string;
  readonly example: Example;
}

function asked(): Asked[] {
  const contract = JSON.parse(readFileSync(join(repository, 'contracts/openapi.json'), 'utf8')) as Contract;
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ operationId, requestBody }) => {
      const examples = Object.entries(requestBody?.content['application/json']?.examples ?? {});
      const account = ACCOUNTS[operationId];
      return account === undefined ? [] : examples.map(([name, example]) => ({ path, account, name, example }));
    }),
  );
}

/** Every worked example of the contract, sent through the gateway of the running platform. */
export async function apiRows(api: Api): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { path, account, name, example } of asked()) {
    const answer = await api.command<object>(account, 'POST', path.replace('/api/v1', ''), example.value, name);
    const expected = example['x-expect'];
    rows.push({ id: name, about: example.summary, expected, answered: narrowed(expected, answer) });
  }
  return [...rows, ...lateStandard(rows)];
}

interface Results {
  readonly results?: readonly { readonly programme: string; readonly memberId?: string }[];
}

/** Of a programme that is asked about every member, the one that the example is about. */
function narrowed(expected: unknown, answer: object): unknown {
  const [wanted] = (expected as Results).results ?? [];
  if (wanted === undefined) return answer;
  const { results = [] } = answer as Results;
  return { results: results.filter(({ memberId = 'm1' }) => memberId === (wanted.memberId ?? 'm1')) };
}

/** E20: July, August and September were paid by the old standard; the difference is what PAY-4 pays back. */
function lateStandard(rows: readonly Row[]): Row[] {
  const [before, after] = ['DB E20a', 'DB E20b'].map((id) => monthlyOf(rows.find((row) => row.id === id)));
  const answered = before !== undefined && after !== undefined ? (after - before) * 3 : undefined;
  return [{ id: 'DB E20', about: 'PAY-4, three months at the new standard', expected: 45_000, answered }];
}

function monthlyOf(row: Row | undefined): number | undefined {
  const [first] = (row?.answered as { results?: readonly { monthlyFen?: number }[] } | undefined)?.results ?? [];
  return first?.monthlyFen;
}
