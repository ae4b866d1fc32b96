import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in ticks of 10 ms; a round is long enough for that. */
const MS_PER_TICK = 10;

function stat(pid: number): { readonly parent: number; readonly ticks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return null;
  }
}

/** User and system time of a process and all that descend from it, in milliseconds. */
export function treeCpuMs(root: number): number {
  const all = readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).flatMap(pid => { const found = stat(pid); return found === null ? [] : [{ pid, ...found }]; });
  const tree = new Set([root]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { pid, parent } of all) if (tree.has(parent) && !tree.has(pid)) { tree.add(pid); grew = true; }
  }
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) * MS_PER_TICK;
}
