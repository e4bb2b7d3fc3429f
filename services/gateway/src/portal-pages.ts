import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Express, Request, Response } from 'express';

/** What `pnpm build` makes of services/portal. */
const BUILT_PAGES = join(import.meta.dirname, '../../portal/dist');
const START_PAGE = '/index.html';

/** Addresses of programs, and names of files: what is unknown there is a problem document, never the start page. */
const NOT_A_PAGE = /^\/(?:api|docs|session|live|local|livez|readyz|metrics|ops|assets)(?:\/|$)|\.\w+$/;
const NAMED_BY_CONTENT = /^\/assets\//;

/** Everything from here, nothing inline, nobody may frame it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** The best first; each lies beside its original in the build. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

interface File {
  readonly body: Buffer;
  readonly etag: string;
}

type Files = ReadonlyMap<string, File>;

/**
 * Serves the residents' pages: files named by their content are kept for a year, everything else is asked for again each time. A
 * browser that asks for any other page gets the start page, which finds its way by itself. Where nothing is built there are none.
 */
export function mountPages(app: Express, folder: string = BUILT_PAGES): void {
  if (!existsSync(join(folder, START_PAGE))) return;
  const files = filesIn(folder);
  app.get('/{*path}', (request, response, next) => {
    if (files.has(request.path)) return sendFile(files, request.path, request, response);
    return isPage(request) ? sendFile(files, START_PAGE, request, response) : next();
  });
}

/** Whoever follows a link asks for HTML by its name; a program that has mistyped an address does not. */
const isPage = (request: Request): boolean =>
  request.path === '/' || (request.get('accept')?.includes('text/html') === true && !NOT_A_PAGE.test(request.path));

/** Held in memory, a megabyte or so: what is served is one build, whatever happens to the folder. */
function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const served = names.filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile());
  return new Map(served.map((name) => [`/${name}`, readFile(join(folder, name))]));
}

function readFile(path: string): File {
  const body = readFileSync(path);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

function sendFile(files: Files, path: string, request: Request, response: Response): void {
  const encoding = ENCODINGS.find(({ name, suffix }) => files.has(path + suffix) && request.acceptsEncodings(name));
  const file = files.get(encoding ? path + encoding.suffix : path);
  if (file === undefined) throw new TypeError(`${path} is a file of the build`);
  response.set({
    'Cache-Control': NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': POLICY,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding.name }),
  });
  if (request.fresh) return void response.status(304).end();
  response.type(extname(path)).set('Content-Length', String(file.body.length)).end(file.body);
}
