import { defineConfig } from 'vitest/config';

// Faults are given one at a time: files share one machine, and each measures. Specs read sources; the processes they start run from dist.
const conditions = ['@gatehouse/source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  environments: { ssr: { resolve: { conditions } } },
  test: { name: 'faults', root: import.meta.dirname, include: ['src/**/*.spec.ts'], watch: false, pool: 'forks', fileParallelism: false, testTimeout: 180_000, hookTimeout: 120_000 },
});
