import { z } from 'zod';

/** One row of a name-and-value editor. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** A map as rows, in the order of its names, so that two equal maps make two equal forms. */
export const pairsOf = (map: Readonly<Record<string, string>> | undefined): readonly Pair[] =>
  Object.entries(map ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));

/** Rows as the map they stand for. */
export const mapOf = (pairs: readonly Pair[]): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.map(({ name, value }) => [name, value]));

interface PairRules {
  readonly name?: RegExp;
  readonly nameHint?: string;
  readonly isEmptyAllowed?: boolean;
}

/** Rows of which each has a name, none twice. */
export const pairsForm = ({ name, nameHint = 'This name is not allowed here.', isEmptyAllowed = true }: PairRules = {}) =>
  z
    .array(
      z.object({ name: z.string().min(1, 'Give it a name.'), value: isEmptyAllowed ? z.string() : z.string().min(1, 'Give it a value.') }),
    )
    .superRefine((pairs, context) => {
      pairs.forEach((pair, index) => {
        if (pair.name && name && !name.test(pair.name)) context.addIssue({ code: 'custom', path: [index, 'name'], message: nameHint });
        if (pairs.findIndex(other => other.name === pair.name) < index)
          context.addIssue({ code: 'custom', path: [index, 'name'], message: 'This name is there twice.' });
      });
    });
