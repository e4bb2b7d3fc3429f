import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium. Throws where there is none: a test that is left out proves nothing. */
export async function startChromium(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM_PATH'], ...PLACES].find(isThere);
  if (executablePath === undefined)
    throw new Error('These tests need Chromium: apt-get install chromium fonts-noto-cjk, or CHROMIUM_PATH.');
  return await chromium.launch({ executablePath, args: FLAGS });
}

function isThere(path: string | undefined): boolean {
  if (path === undefined) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
