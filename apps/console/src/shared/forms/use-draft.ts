import { useState } from 'react';
import type { z } from 'zod';

/** A form's state: what it began with, what it holds now, and what that means once parsed. */
export interface Draft<T, P> {
  readonly value: T;
  readonly set: (change: Partial<T>) => void;
  readonly dirty: boolean;
  /** What the form says, or null while it says nothing valid. */
  readonly parsed: P | null;
  /** Field name -> what is wrong with it. */
  readonly problems: Readonly<Record<string, string>>;
  /** The row's version that the form began with. */
  readonly etag: string | null;
  /** What the form began with: the ground for a patch. */
  readonly base: T;
  /** Takes what was saved as the new beginning. */
  readonly settle: (etag: string | null) => void;
  /** Throws the changes away and begins with this. */
  readonly restart: (value: T, etag: string | null) => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Holds a form. Newer values from the server are taken over only while nothing has been typed. */
export function useDraft<T extends object, P>(initial: T, schema: z.ZodType<P>, etag: string | null = null): Draft<T, P> {
  const [state, setState] = useState({ base: initial, value: initial, etag, offered: initial, offeredEtag: etag });
  const isNewOffer = !same(state.offered, initial) || state.offeredEtag !== etag;
  if (isNewOffer) {
    const untouched = same(state.base, state.value);
    setState(
      untouched
        ? { base: initial, value: initial, etag, offered: initial, offeredEtag: etag }
        : { ...state, offered: initial, offeredEtag: etag },
    );
  }
  const result = schema.safeParse(state.value);
  const problems: Record<string, string> = {};
  if (!result.success) for (const issue of result.error.issues) problems[issue.path.join('.')] ??= issue.message;
  return {
    value: state.value,
    base: state.base,
    etag: state.etag,
    dirty: !same(state.base, state.value),
    parsed: result.success ? result.data : null,
    problems,
    set: change => setState(now => ({ ...now, value: { ...now.value, ...change } })),
    settle: settled => setState(now => ({ ...now, base: now.value, etag: settled })),
    restart: (value, restartEtag) => setState({ base: value, value, etag: restartEtag, offered: value, offeredEtag: restartEtag }),
  };
}
