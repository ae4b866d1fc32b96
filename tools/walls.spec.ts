import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
let eslint: ESLint;
beforeAll(() => {
  // The rule reads the cached graph, and says nothing at all where there is none.
  execFileSync(path.join(ROOT, 'node_modules/.bin/nx'), ['show', 'projects'], { cwd: ROOT, stdio: 'ignore' });
  eslint = new ESLint({ cwd: ROOT });
}, 60_000);

/** The rules that a file of this text would break at this place. */
async function broken(file: string, text: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(ROOT, file) });
  return result!.messages.filter(message => message.severity === 2).map(message => message.ruleId);
}

const WALL = '@nx/enforce-module-boundaries';
const uses = (name: string): string => `import * as probe from '${name}';\nconsole.log(probe);\n`;

describe('the walls between floors', { timeout: 60_000 }, () => {
  it.each([
    ['an engine and another engine', 'libs/engine/throttle/src/index.ts', '@gatehouse/engine-vtl'],
    ['contract and an engine', 'libs/contract/primitives/src/index.ts', '@gatehouse/engine-patch'],
    ['the gateway and the control tower', 'apps/gateway/src/config.ts', '@gatehouse/control-store'],
    ['the management API and the data tower', 'apps/management-api/src/main.ts', '@gatehouse/data-exchange'],
    ['a step and a database', 'libs/data/steps/src/quota.ts', 'pg'],
    ['an engine and Nest', 'libs/engine/patch/src/codec.ts', '@nestjs/common'],
    ['the console and the control tower', 'apps/console/src/main.tsx', '@gatehouse/control-operation'],
  ])('stand between %s', async (_, file, name) => {
    expect(await broken(file, uses(name))).toContain(WALL);
  });

  it('let through what belongs together', async () => {
    for (const [file, name] of [['libs/engine/throttle/src/index.ts', '@gatehouse/contract-primitives'], ['libs/data/steps/src/quota.ts', '@gatehouse/engine-throttle'], ['apps/gateway/src/config.ts', '@gatehouse/data-pipeline']] as const) {
      expect([file, await broken(file, uses(name))]).toEqual([file, []]);
    }
  });

  it('refuse a circle between two files', async () => {
    expect(await broken('libs/engine/policy/src/wildcard.ts', "import { evaluate } from './evaluate.js';\nexport const matchesWildcard = (): unknown => evaluate;\n")).toContain('import-x/no-cycle');
  });
});
