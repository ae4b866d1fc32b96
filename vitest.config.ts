import { defineConfig } from 'vitest/config';

// Specs run on the sources: no build is needed, and a stale dist cannot lie.
// No `module` condition: packages stay as Node itself would load them.
const conditions = ['@gatehouse/source', 'node'];
const fromSource = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } }, environments: { ssr: { resolve: { conditions } } } };

export default defineConfig({
  test: {
    watch: false,
    reporters: ['default', './tools/closing-line.reporter.ts'],
    projects: [
      // Pure code: libs and the pure parts of the apps.
      { ...fromSource, test: { name: 'unit', include: ['libs/**/src/**/*.spec.ts', 'apps/*/src/**/*.spec.ts', 'tools/**/*.spec.ts'], pool: 'threads' } },
      // The management API on a real PostgreSQL: one cluster, one template, a database for each file.
      { ...fromSource, test: { name: 'api', include: ['apps/management-api/test/**/*.spec.ts'], globalSetup: ['./apps/management-api/test/cluster.setup.ts'], pool: 'forks', testTimeout: 30_000, hookTimeout: 60_000 } },
      // Whole systems: AWS's SDK and CLI, Chromium, kill -9. Files share one machine, so they run one after another.
      { ...fromSource, test: { name: 'system', include: ['tests/system/src/**/*.spec.ts'], globalSetup: ['./tests/system/src/system.setup.ts'], pool: 'forks', fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000 } },
    ],
  },
});
