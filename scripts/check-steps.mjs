import { join } from 'node:path';
import { root } from './versions.mjs';

/** Where Jest writes what it counted. */
export const reportFile = (project) => join(root, '.local', 'reports', `${project}.json`);

/** Jest for one project of jest.config.mjs. A project without a test passes: its count says so. */
export const jest = (project) => [
  'node',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--disable-warning=TimeoutNegativeWarning',
  join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
  '--selectProjects',
  project,
  '--passWithNoTests',
  '--json',
  '--outputFile',
  reportFile(project),
];

/** The fast part, in the order in which a mistake is cheapest to see. */
export const checkSteps = {
  format: ['oxfmt', '--check'],
  lint: ['oxlint'],
  types: ['node', join(root, 'scripts', 'check-types.mjs')],
  contracts: [
    'node',
    '--disable-warning=ExperimentalWarning',
    join(root, 'packages', 'contracts', 'src', 'main.ts'),
    '--check',
  ],
  unit: jest('unit'),
};
