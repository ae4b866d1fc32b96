import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSettings } from './settings.js';
import { Supervisor } from './supervisor.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

let supervisor: Supervisor | null = null;
const leave = (code: number): void => {
  void (supervisor?.stop() ?? Promise.resolve()).catch((error: unknown) => console.error(error)).finally(() => process.exit(code));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    console.log(`\n[gatehouse] ${signal}: stopping ...`);
    leave(0);
  });
}

try {
  supervisor = new Supervisor(readSettings(process.env, root), process.argv[1] ?? '');
  await supervisor.start();
} catch (error) {
  console.error(`[gatehouse] ${(error as Error).message}`);
  leave(1);
}
