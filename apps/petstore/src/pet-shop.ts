/** A pet as the example backend keeps it. */
export interface Pet { readonly id: number; readonly name: string; readonly type: string; readonly price: number }

const FIRST: readonly Pet[] = [
  { id: 1, name: 'Rex', type: 'dog', price: 249.99 },
  { id: 2, name: 'Tom', type: 'cat', price: 124.99 },
  { id: 3, name: 'Nemo', type: 'fish', price: 0.99 },
];
const MAX_PETS = 1_000;

/** A text that is no pet; the sentence is for the caller. */
export class NoPet extends Error {}
/** The shop is full: this is an example, and its memory is bounded. */
export class ShopIsFull extends Error {}

/** Pets in memory. */
export class PetShop {
  readonly #pets = new Map(FIRST.map(pet => [pet.id, pet]));
  #lastId = FIRST.length;

  /** Filters by equal `type` and by `maxPrice`; `limit` cuts the list. */
  list(query: URLSearchParams): readonly Pet[] {
    const type = query.get('type'), maxPrice = query.get('maxPrice'), limit = query.get('limit');
    const found = [...this.#pets.values()].filter(pet => (type === null || pet.type === type) && (maxPrice === null || pet.price <= Number(maxPrice)));
    return limit === null ? found : found.slice(0, Math.max(0, Number(limit) || 0));
  }

  find(id: number): Pet | null {
    return this.#pets.get(id) ?? null;
  }

  add(draft: unknown): Pet {
    if (this.#pets.size >= MAX_PETS) throw new ShopIsFull(`the shop has room for ${MAX_PETS} pets`);
    return this.#keep({ id: this.#lastId + 1, ...readPet(draft) });
  }

  replace(id: number, draft: unknown): Pet | null {
    return this.#pets.has(id) ? this.#keep({ id, ...readPet(draft) }) : null;
  }

  remove(id: number): boolean {
    return this.#pets.delete(id);
  }

  #keep(pet: Pet): Pet {
    this.#pets.set(pet.id, pet);
    this.#lastId = Math.max(this.#lastId, pet.id);
    return pet;
  }
}

function readPet(draft: unknown): Omit<Pet, 'id'> {
  if (draft === null || typeof draft !== 'object') throw new NoPet('a pet is a JSON object');
  const { name, type, price } = draft as Record<string, unknown>;
  if (typeof name !== 'string' || name === '' || name.length > 100) throw new NoPet('name must be a text of 1 to 100 characters');
  if (typeof type !== 'string' || type === '' || type.length > 100) throw new NoPet('type must be a text of 1 to 100 characters');
  if (typeof price !== 'number' || !Number.isFinite(price) || price < 0) throw new NoPet('price must be a number that is not negative');
  return { name, type, price };
}
