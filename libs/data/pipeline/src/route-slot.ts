import type { CompiledRoute } from '@gatehouse/data-exchange';

/** A route that is compiled when it is first wanted: a gateway that starts with ten thousand apis answers before it has compiled them all. */
export class RouteSlot {
  #route: CompiledRoute | null = null;

  constructor(private readonly compile: () => CompiledRoute) {}

  get(): CompiledRoute {
    return (this.#route ??= this.compile());
  }
}
