import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { firstLoad } from './first-load.ts';
import type { Manifest } from './first-load.ts';

/** What somebody on a slow phone waits for at most: gzip, the worse of the two that are served. */
const FIRST_LOAD_LIMIT_BYTES = 250_000;
const TEXT = /\.(?:html|js|css|svg|json)$/;

/** Writes each text of the build also as .br and .gz, and fails the build when a first load has grown past the limit. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'minzheng:compressed',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = join(root, build.outDir)),
    closeBundle: () => {
      const sizes = new Map(textsIn(folder).map((file) => [file, compress(join(folder, file))]));
      const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
      const html = sizes.get('index.html') ?? 0;
      const { page, bytes } = firstLoad(manifest, (file) => sizes.get(file) ?? Number.NaN);
      const total = bytes + html;
      const said = `the heaviest first load (${page}) is ${total} of ${FIRST_LOAD_LIMIT_BYTES} bytes, gzip`;
      // Written so that what cannot be reckoned fails as well.
      if (!(total <= FIRST_LOAD_LIMIT_BYTES)) throw new Error(said);
      process.stdout.write(`${said}\n`);
    },
  };
}

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => TEXT.test(file) && !file.startsWith('.'));

/** Gives the size of the gzip. */
function compress(path: string): number {
  const text = readFileSync(path);
  const gzip = gzipSync(text, { level: constants.Z_BEST_COMPRESSION });
  writeFileSync(`${path}.gz`, gzip);
  writeFileSync(`${path}.br`, brotliCompressSync(text));
  return gzip.length;
}
