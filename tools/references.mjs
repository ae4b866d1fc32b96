// Keeps every tsconfig's project references equal to its package's workspace dependencies, so `tsc -b` builds in the right order.
// `node tools/references.mjs` writes; with --check it only compares, and CI fails on a difference.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const check = process.argv.includes('--check');
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const folders = read('package.json').workspaces.flatMap((pattern) => globSync(pattern)).filter((folder) => globSync(`${folder}/tsconfig.json`).length > 0).sort();
const byName = new Map(folders.map((folder) => [read(`${folder}/package.json`).name, folder]));
const stale = [];

function settle(file, references, base) {
  const config = base ?? read(file);
  const next = JSON.stringify({ ...config, references }, null, 2) + '\n';
  const now = globSync(file).length > 0 ? readFileSync(file, 'utf8') : '';
  if (next === now) return;
  stale.push(file);
  if (!check) writeFileSync(file, next);
}

for (const folder of folders) {
  const { dependencies = {}, devDependencies = {} } = read(`${folder}/package.json`);
  const wanted = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => byName.has(name)).sort();
  settle(`${folder}/tsconfig.json`, wanted.map((name) => ({ path: path.posix.relative(folder, byName.get(name)) })));
}
settle('tsconfig.json', folders.map((folder) => ({ path: `./${folder}` })), { files: [] });

if (check && stale.length > 0) {
  console.error(`Project references are stale in ${stale.join(', ')}. Run: npm run references`);
  process.exit(1);
}
