/** Reads one variable; null = not set. */
export type Variable<T> = (x: T) => string | null;

/** How references are found and written. */
export interface FormatRules<T> {
  /** The reader of a whole reference such as `context.requestId` (without the dollar), or null when nobody knows it. */
  readonly variable: (name: string) => Variable<T> | null;
  /** Written where a variable is unknown or not set. */
  readonly missing: string;
  /** Makes a value safe where it stands; not applied to `quoted` variables. */
  readonly escape: (value: string) => string;
  /** Names whose values bring their own quotes. */
  readonly quoted: ReadonlySet<string>;
}

/** A name ends at the first other character; a request parameter may have hyphens inside, as headers do. */
const REFERENCE = /\$(method\.request\.[a-z]+\.[A-Za-z0-9_]+(?:-+[A-Za-z0-9_]+)*|[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)+)/g;

/** Turns a format with `$context.x` references into a function, so a line costs its readers and one concatenation. */
export function compileFormat<T>(format: string, { variable, missing, escape, quoted }: FormatRules<T>): (x: T) => string {
  const texts: string[] = [];
  const readers: Variable<T>[] = [];
  let from = 0;
  for (const match of format.matchAll(REFERENCE)) {
    const name = match[1] ?? '';
    const read = variable(name);
    texts.push(format.slice(from, match.index));
    from = match.index + match[0].length;
    readers.push(read === null ? () => missing : written(read, quoted.has(name) ? null : escape, missing));
  }
  const tail = format.slice(from);
  return x => {
    let line = '';
    for (let i = 0; i < readers.length; i++) line += texts[i]! + readers[i]!(x)!;
    return line + tail;
  };
}

const written = <T>(read: Variable<T>, escape: ((value: string) => string) | null, missing: string): Variable<T> => x => {
  const value = read(x);
  if (value === null) return missing;
  return escape === null ? value : escape(value);
};

const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd]*$/;

/** Escapes what would end a JSON string or a line: a value can break neither the record that it stands in nor the one after it. */
export const escapeForLog = (value: string): string => (PLAIN.test(value) ? value : JSON.stringify(value).slice(1, -1).replace(/[\x7f-\x9f\u2028\u2029]/g, unicode));

const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
