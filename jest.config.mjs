const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.local/'],
};

const onRealParts = {
  globalSetup: '<rootDir>/packages/testing/src/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/packages/testing/src/jest-global-teardown.mjs',
};

/** One project per suffix of HOUSE_STYLE: what a file proves stands in its name. */
export default {
  // Real servers on a busy machine; a test that hangs still ends.
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{packages,services,infra,scripts,benchmarks}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.test\\.ts$', '\\.e2e\\.test\\.ts$'],
    },
    {
      ...shared,
      ...onRealParts,
      displayName: 'integration',
      testMatch: ['<rootDir>/{packages,services,infra,benchmarks}/**/*.int.test.ts'],
    },
    {
      ...shared,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/{packages,services,infra}/**/*.e2e.test.ts'],
    },
  ],
};
