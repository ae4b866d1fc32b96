import { STRUCTURES } from './v1-shapes.generated.js';
import { type Structure } from './shape.js';

/** The structure of that name. A name that is missing is a broken table, not a caller's mistake. */
export function structureOf(name: string): Structure {
  const structure = STRUCTURES[name];
  if (!structure) throw new Error(`the operation table names a structure ${name} that it does not hold`);
  return structure;
}
