import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const services = readdirSync(join(root, 'services'));

/** One planted violation a row: where it stands, what it says, which sentence of the linter names it. */
const planted: readonly (readonly [file: string, code: string, says: string])[] = [
  [
    'services/people/src/routes/kafka.ts',
    "import { Kafka } from 'kafkajs';\nexport const k = Kafka;",
    'behind packages/messaging only',
  ],
  [
    'services/people/src/routes/mongo.ts',
    "import m from 'mongoose';\nexport const k = m;",
    'behind packages/store and',
  ],
  [
    'services/people/src/routes/test.ts',
    "import { x } from '@minzheng/testing';\nexport const k = x;",
    'never run in production',
  ],
  [
    'services/people/src/domain/store.ts',
    "import { x } from '@minzheng/store';\nexport const k = x;",
    'The domain is pure',
  ],
  [
    'services/people/src/domain/adapter.ts',
    "import { x } from '../adapters/people.ts';\nexport const k = x;",
    'The domain is pure',
  ],
  ['services/people/src/domain/express.ts', "import x from 'express';\nexport const k = x;", 'The domain is pure'],
  ['packages/types/src/up.ts', "import { x } from '@minzheng/store';\nexport const k = x;", 'Arrows point one way'],
  ['packages/rules/src/up.ts', "import { x } from '@minzheng/http';\nexport const k = x;", 'Arrows point one way'],
  ['packages/store/src/up.ts', "import { x } from '@minzheng/messaging';\nexport const k = x;", 'Arrows point one way'],
  [
    'packages/messaging/src/side.ts',
    "import { x } from '@minzheng/http';\nexport const k = x;",
    'Arrows point one way',
  ],
  [
    'packages/http/src/side.ts',
    "import { x } from '@minzheng/messaging';\nexport const k = x;",
    'Arrows point one way',
  ],
  ['packages/http/src/mongo.ts', "import m from 'mongoose';\nexport const k = m;", 'behind packages/store and'],
  ['services/people/src/jobs/clock.ts', 'export const k = () => Date.now();', 'CivilClock or MachineClock'],
  ['services/people/src/jobs/new.ts', 'export const k = () => new Date();', 'CivilClock or MachineClock'],
  ['services/people/src/config.ts', "export const k = process.env['A'];", 'process.env'],
  ...services
    .filter((service) => service !== 'people')
    .map(
      (service) =>
        [
          `services/people/src/reactions/${service}.ts`,
          `import { x } from '@minzheng/${service}';\nexport const k = x;`,
          'by events only',
        ] as const,
    ),
];

const district = mkdtempSync(join(tmpdir(), 'minzheng-walls-'));
let findings: readonly { filename: string; message: string }[] = [];

beforeAll(() => {
  const rules = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(district, '.oxlintrc.json'), JSON.stringify({ ...rules, options: {} }));
  for (const [file, code] of planted) {
    mkdirSync(dirname(join(district, file)), { recursive: true });
    writeFileSync(join(district, file), `${code}\n`);
  }
  const linter = join(root, 'node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [linter, '--format', 'json'], {
    cwd: district,
    encoding: 'utf8',
  });
  const report = JSON.parse(run.stdout) as { diagnostics: { filename: string; message: string; help?: string }[] };
  findings = report.diagnostics.map(({ filename, message, help = '' }) => ({
    filename,
    message: `${message} ${help}`,
  }));
});

afterAll(() => rmSync(district, { recursive: true }));

test.each(planted)('the linter refuses %s', (file, _code, says) => {
  const messages = findings.filter(({ filename }) => filename === file).map(({ message }) => message);
  expect(messages.join('\n')).toContain(says);
});
