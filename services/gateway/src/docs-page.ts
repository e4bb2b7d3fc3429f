import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Express, RequestHandler } from 'express';

const PAGE = readFileSync(new URL('../pages/docs.html', import.meta.url), 'utf8');
/** Its one file has everything inside; only its own styles are written into the page by script. */
const BUNDLE = join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser');

/** Nothing from elsewhere, nothing written into the page but styles, nothing sent but to this origin. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page: RequestHandler = (_, response) => {
  response.set('Content-Security-Policy', POLICY).type('html').send(PAGE);
};

const script: RequestHandler = (_, response) => {
  // Every release of the package carries the same time of change: a reader who asked by it would keep the old one.
  response.sendFile('standalone.js', { root: BUNDLE, lastModified: false });
};

/** `/docs`: the merged contract for people to read, and the one script it needs. */
export function mountDocs(app: Express): void {
  app.get('/docs', page);
  app.get('/docs/scalar.js', script);
}
