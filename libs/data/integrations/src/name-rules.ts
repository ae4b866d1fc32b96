const MAX_SPELLINGS = 2_000;

/** Decides by a header's name whatever its case, and remembers each spelling: a look-up costs one hash and no new string. */
export class NameRules<Rule> {
  readonly #bySpelling = new Map<string, Rule>();

  constructor(private readonly decide: (lowerName: string) => Rule) {}

  of(name: string): Rule {
    const known = this.#bySpelling.get(name);
    if (known !== undefined) return known;
    const rule = this.decide(name.toLowerCase());
    // Strangers choose the spellings, so their number is bounded.
    if (this.#bySpelling.size < MAX_SPELLINGS) this.#bySpelling.set(name, rule);
    return rule;
  }
}
