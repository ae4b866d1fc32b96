import { ServiceFault } from '@gatehouse/contract-wire';

const MOST = 500;

/** What the rules of the single operations say against a document, gathered for one answer. */
export class Findings {
  readonly #errors: string[];

  constructor(errors: readonly string[]) { this.#errors = [...errors]; }

  get errors(): readonly string[] { return this.#errors; }

  add(doing: string, reason: string): void { if (this.#errors.length < MOST) this.#errors.push(doing === '' ? reason : `${doing}: ${reason}`); }

  /** Runs a rule; its refusal is noted in AWS's form: what was being done, then the rule's own sentence. */
  attempt(doing: string, rule: () => void): void {
    try {
      rule();
    } catch (error) {
      if (!(error instanceof ServiceFault)) throw error;
      this.add(doing, error.message);
    }
  }
}
