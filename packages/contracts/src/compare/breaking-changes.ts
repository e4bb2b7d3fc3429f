import { ACCESS, EVENTS } from '../generate.ts';
import type { ContractFiles } from '../generate.ts';
import type { Change } from './change.ts';
import { compareAsyncApi } from './compare-async-api.ts';
import { compareOpenApi } from './compare-open-api.ts';
import type { Node } from './schema.ts';

/** What of the released contracts the current ones break; places begin with the file. */
export function breakingChanges(released: ContractFiles, current: ContractFiles): Change[] {
  return [...released].flatMap(([file, text]) => {
    if (file === ACCESS) return [];
    const now = current.get(file);
    if (now === undefined) return [{ place: `${file}:`, what: 'contract removed' }];
    const compare = file === EVENTS ? compareAsyncApi : compareOpenApi;
    const changes = compare(JSON.parse(text) as Node, JSON.parse(now) as Node);
    return changes.map(({ place, what }) => ({ place: `${file}: ${place}`, what }));
  });
}
