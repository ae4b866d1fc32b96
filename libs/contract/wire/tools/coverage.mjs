// Writes docs/coverage.md from the built operation table: `node libs/contract/wire/tools/coverage.mjs`. A test holds it fresh.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderCoverage } from '../dist/index.js';

writeFileSync(path.join(import.meta.dirname, '../../../../docs/coverage.md'), renderCoverage());
