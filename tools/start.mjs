// `npm start`: builds when sources or lockfile differ from what was built last, then hands over to the supervisor in this same process.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const stampFile = path.join(root, 'node_modules/.cache/gatehouse/build-stamp');
const entry = path.join(root, 'apps/standalone/dist/main.js');
process.chdir(root);

if (Number(process.versions.node.split('.')[0]) < 22) {
  console.error(`Gatehouse runs on the Node.js 24 that npm ci brought along; this is ${process.version}. Start it with: npm start`);
  process.exit(1);
}

const stamp = createHash('sha256');
for (const file of globSync('{apps,libs,migrations}/**/*.{ts,tsx,css,html,json}', { exclude: (name) => ['node_modules', 'dist', 'out-tsc', 'test', 'e2e'].includes(path.basename(String(name))) }).sort()) {
  if (!/\.spec\.tsx?$/.test(file)) stamp.update(file).update(readFileSync(file));
}
for (const file of ['package-lock.json', 'tsconfig.base.json', 'tsconfig.json']) stamp.update(readFileSync(file));
const wanted = stamp.digest('hex');

if (!existsSync(entry) || !existsSync('apps/console/dist/index.html') || !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== wanted) {
  console.log('[gatehouse] building (only when something changed) ...');
  try {
    execSync('npm run -s build', { stdio: 'pipe', encoding: 'utf8' });
  } catch (error) {
    console.error(`${error.stdout}${error.stderr}\n[gatehouse] the build failed; what it said stands above`);
    process.exit(1);
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}
await import(entry);
