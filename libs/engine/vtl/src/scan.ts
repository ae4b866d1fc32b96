/** A template that this build does not render, with the place where it stopped. */
export class UnsupportedTemplate extends Error {
  constructor(readonly reason: string, readonly line: number, readonly column: number) {
    super(`${reason} at line ${line}, column ${column}`);
  }
}

/** A literal, or a reference as it was written. `path` is `context.identity.sourceIp` or `input.params`; `argument` a quoted one of a call. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly source: string; readonly path: string; readonly isCall: boolean; readonly argument: string | null; readonly isQuiet: boolean; readonly at: number };

const REFERENCE = /\$(!?)(\{?)([A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*)/y;
const CALL = /\(\s*(?:'([^']*)'|"([^"$#\\]*)")?\s*\)/y;
const DIRECTIVE = /#(?:\{?(?:set|if|elseif|else|end|foreach|break|stop|macro|parse|include|define|evaluate|return)\b|@|\[\[)/y;
const COMMENT = /##[^\r\n]*(?:\r\n|\r|\n)?|#\*[^]*?\*#/y;
/** What may follow a call or a plain reference without changing what it means. */
const FOLLOWED = /[.[(]/;

/** Cuts a template into literals and plain references. Directives, chained calls and computed arguments are refused, never rendered wrongly. */
export function scan(template: string): readonly Part[] {
  const parts: Part[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < template.length) {
    const char = template[at];
    if (char === '#') {
      if (match(DIRECTIVE, template, at) !== null) throw unsupported(template, at, `the directive ${/^#\{?[@\w[]*/.exec(template.slice(at))?.[0] ?? '#'} is not supported`);
      const comment = match(COMMENT, template, at);
      if (comment === null) text += char;
      at += comment === null ? 1 : comment[0].length;
      continue;
    }
    const head = char === '$' ? match(REFERENCE, template, at) : null;
    if (head === null) {
      if (char === '\\' && /[$#]/.test(template[at + 1] ?? '')) throw unsupported(template, at, 'an escaped reference is not supported');
      text += char;
      at++;
      continue;
    }
    flush();
    const part = reference(template, at, head);
    parts.push(part);
    at += part.source.length;
  }
  flush();
  return parts;
}

function reference(template: string, at: number, head: RegExpExecArray): Extract<Part, { kind: 'reference' }> {
  const [, quiet = '', brace = '', path = ''] = head;
  let end = at + head[0].length;
  const call = match(CALL, template, end);
  if (call !== null) end += call[0].length;
  else if (template[end] === '(') throw unsupported(template, end, `the argument of $${path}() is not supported`);
  if (brace !== '') {
    if (template[end] !== '}') throw unsupported(template, end, `the reference \${${path} is not closed`);
    end++;
  } else if (FOLLOWED.test(template[end] ?? '') && /^(?:\.[A-Za-z_]|[[(])/.test(template.slice(end))) {
    throw unsupported(template, end, `what follows $${path} is not supported`);
  }
  return { kind: 'reference', source: template.slice(at, end), path, isCall: call !== null, argument: call === null ? null : (call[1] ?? call[2] ?? null), isQuiet: quiet !== '', at };
}

/** The fault of a place, counted in lines and columns from 1. */
export function unsupported(template: string, at: number, reason: string): UnsupportedTemplate {
  const before = template.slice(0, at).split('\n');
  return new UnsupportedTemplate(reason, before.length, (before.at(-1)?.length ?? 0) + 1);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
