import type { Canary } from './canary.ts';

/** What the exchange takes at once. */
const LOADED_AT_ONCE = 500;

/** What other departments know people by is their own: they have it before we ask. */
export async function loadPopulation(
  { url, token }: { readonly url: string; readonly token: string },
  canaries: readonly Canary[],
): Promise<void> {
  for (let first = 0; first < canaries.length; first += LOADED_AT_ONCE) {
    const some = canaries.slice(first, first + LOADED_AT_ONCE);
    const inhabitants = some.map(({ residentId }) => ({ residentId, holdings: {} }));
    const response = await fetch(`${url}/population`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ inhabitants }),
    });
    if (!response.ok) throw new Error(`the data exchange answers ${response.status}`);
  }
}
