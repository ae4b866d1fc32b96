import type * as sdk from '@aws-sdk/client-api-gateway';
import { describe, expect, it } from 'vitest';
import { type Empty, type InputOf, type Operation, type OutputOf } from './operation.js';
import { type V1 } from './v1.generated.js';

type Sdk = typeof sdk;
type Name = keyof typeof V1;
type CommandOf<Key extends string> = `${Key}Command` extends keyof Sdk ? (Sdk[`${Key}Command`] extends abstract new (...args: infer Args) => infer Made ? { input: NonNullable<Args[0]>; made: Made } : never) : never;
/** What the SDK takes, and what it answers without its metadata. */
type SdkInput<Key extends string> = CommandOf<Key>['input'];
type SdkOutput<Key extends string> = CommandOf<Key>['made'] extends { resolveMiddleware(...args: never[]): (...args: never[]) => Promise<{ output: infer Output }> } ? Omit<Output, '$metadata'> : never;

type Scalar = string | number | boolean | null | undefined | Date;
type Nothing = Record<never, never>;
/** Raw bytes are bytes, whatever else the SDK takes for them on the way in, and whatever it can turn them into on the way out. */
type IsBytes<T> = [Nothing] extends [T] ? false : [Uint8Array] extends [T] ? true : [T] extends [Uint8Array] ? true : false;
/** A type without what only tells the two dialects apart: who may write, and that the SDK lets `undefined` stand for a required member that its caller forgot. */
type Plain<T> = IsBytes<Exclude<T, undefined>> extends true ? Uint8Array : PlainValue<T>;
type PlainValue<T> = T extends Scalar ? T : T extends readonly (infer Item)[] ? Plain<Item>[] : { -readonly [Key in keyof T]: Nothing extends Pick<T, Key> ? Plain<T[Key]> : Plain<Exclude<T[Key], undefined>> };
/** Both are objects and each fits where the other is asked for, with the same members: a member that one has alone is a difference even where it is optional. */
type Same<Ours, Theirs> = [keyof Ours, keyof Theirs] extends [keyof Theirs, keyof Ours] ? ([Ours] extends [Theirs] ? ([Theirs] extends [Ours] ? true : false) : false) : false;
/** GetAccount is asked nothing at all. */
type OursIn<Row> = InputOf<Row> extends Empty ? (string extends keyof InputOf<Row> ? Nothing : Plain<InputOf<Row>>) : Plain<InputOf<Row>>;
/** An operation that answers nothing answers the SDK's metadata alone. */
type OursOut<Row> = [OutputOf<Row>] extends [void] ? Nothing : Plain<OutputOf<Row>>;

/** The operations whose input, or output, is not the SDK's: none. */
type OtherInputs = { [Key in Name]: Same<OursIn<(typeof V1)[Key]>, Plain<SdkInput<Key>>> extends true ? never : Key }[Name];
type OtherOutputs = { [Key in Name]: Same<OursOut<(typeof V1)[Key]>, Plain<SdkOutput<Key>>> extends true ? never : Key }[Name];

/** Compiles for `never` alone. */
const none = <T extends never>(...found: readonly T[]): readonly T[] => found;

describe('the types of the 124 operations', () => {
  it('take what the SDK sends, and no more: assignable both ways', () => {
    expect(none<OtherInputs>()).toEqual([]);
  });

  it('answer what the SDK reads, and no more: assignable both ways', () => {
    expect(none<OtherOutputs>()).toEqual([]);
  });

  it('would be told from others', () => {
    type Wrong = { readonly id?: string | undefined; readonly when?: number | undefined };
    type Right = { id?: string | undefined; when?: Date | undefined };
    const verdicts: [Same<Plain<Wrong>, Plain<Right>>, Same<Plain<Right>, Plain<Right & { more?: string }>>, Same<Plain<Right>, Plain<Readonly<Right>>>, Same<Plain<InputOf<Operation<Right>>>, Plain<Right>>] = [false, false, true, true];
    expect(verdicts).toEqual([false, false, true, true]);
  });
});
