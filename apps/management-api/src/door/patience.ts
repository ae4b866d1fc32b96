/** Port: does work that needs the database, and gives up with 503 as soon as the database is known not to answer. */
export abstract class Patience {
  abstract readonly guard: <Output>(work: () => Promise<Output>) => Promise<Output>;
}
