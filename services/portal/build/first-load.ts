/** A file of the build, by its name in dist/. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What Vite writes of a chunk into .vite/manifest.json. */
export interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** These chunks with all that they import, each once. */
function withImports(manifest: Manifest, keys: readonly string[]): Chunk[] {
  const seen = new Map<string, Chunk>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new TypeError(`the manifest has no chunk ${key}`);
    if (seen.has(key)) return;
    seen.set(key, chunk);
    chunk.imports?.forEach(visit);
  };
  keys.forEach(visit);
  return [...seen.values()];
}

/** Everything a browser fetches for these chunks: what they import and their styles, each file once. */
export const filesOf = (manifest: Manifest, keys: readonly string[]): Set<string> =>
  new Set(withImports(manifest, keys).flatMap(({ file, css = [] }) => [file, ...css]));

/** The heaviest first load: the entry, the larger catalogue and the heaviest page, whichever address somebody begins at. */
export function firstLoad(manifest: Manifest, sizeOf: (file: string) => number): { page: string; bytes: number } {
  const [entry] = Object.entries(manifest).find(([, chunk]) => chunk.isEntry === true) ?? [];
  if (entry === undefined) throw new TypeError('the manifest has no entry');
  // A bundler may leave the entry a mere door to a chunk that knows the pages.
  const later = [...new Set(withImports(manifest, [entry]).flatMap(({ dynamicImports = [] }) => dynamicImports))];
  const catalogues = later.filter((key) => key.endsWith('.json'));
  const pages = later.filter((key) => !key.endsWith('.json'));
  const loads = catalogues.flatMap((catalogue) =>
    pages.map((page) => {
      const bytes = [...filesOf(manifest, [entry, catalogue, page])].reduce((sum, file) => sum + sizeOf(file), 0);
      return { page, bytes };
    }),
  );
  const heaviest = loads.toSorted((a, b) => b.bytes - a.bytes)[0];
  if (heaviest === undefined) throw new TypeError('the entry loads no page or no catalogue');
  return heaviest;
}
