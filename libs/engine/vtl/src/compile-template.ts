import { compileJsonPath, UnsupportedPath } from '@gatehouse/contract-text';
import { print } from './print.js';
import { scan, unsupported, type Part } from './scan.js';

/** What a template can see, read from one exchange `x`. Names are resolved once, when the template is compiled. */
export interface TemplateScope<T> {
  /** The reader of `$context.{name}`; null = nobody knows that name. */
  context(name: string): ((x: T) => string | null) | null;
  stageVariable(name: string): string | null;
  /** A request parameter: path, then query, then header. */
  param(x: T, name: string): string | null;
  /** The raw body; an empty one reads as `{}` through `$input.body`, and as nothing through paths. */
  body(x: T): string;
  /** The parsed body; undefined when it is empty or no JSON. */
  json(x: T): unknown;
}
/** A compiled template. `readsBody` = the whole body has to be there before it is rendered. */
export interface Template<T> { readonly render: (x: T) => string; readonly readsBody: boolean }

type Reference = Extract<Part, { kind: 'reference' }>;
interface Piece<T> { readonly read: (x: T) => string; readonly readsBody: boolean }

/** AWS's limit for a mapping template. */
const MAX_TEMPLATE = 300 * 1024;

/** Compiles a mapping template to a function. Throws UnsupportedTemplate with line and column for what this build does not render. */
export function compileTemplate<T>(template: string, scope: TemplateScope<T>): Template<T> {
  if (template.length > MAX_TEMPLATE) throw unsupported(template, MAX_TEMPLATE, 'the template is larger than 300 KB');
  const pieces = scan(template).map(part => (part.kind === 'text' ? literal<T>(part.text) : compileReference(part, template, scope)));
  const readers = pieces.map(piece => piece.read);
  const readsBody = pieces.some(piece => piece.readsBody);
  if (readers.length === 1) return { render: readers[0]!, readsBody };
  return {
    readsBody,
    render: x => {
      let text = '';
      for (let i = 0; i < readers.length; i++) text += readers[i]!(x);
      return text;
    },
  };
}

const literal = <T>(text: string): Piece<T> => ({ read: () => text, readsBody: false });

function compileReference<T>(reference: Reference, template: string, scope: TemplateScope<T>): Piece<T> {
  const [root = '', ...rest] = reference.path.split('.');
  const name = rest.join('.');
  const refuse = (reason: string) => unsupported(template, reference.at, reason);
  switch (root) {
    case 'context': return contextPiece(reference, name, scope, refuse);
    case 'stageVariables':
      if (reference.isCall || rest.length !== 1) throw refuse(`${reference.source} is not supported`);
      return literal(scope.stageVariable(name) ?? '');
    case 'input': return inputPiece(reference, name, scope, refuse);
    case 'util': throw refuse(`$util.${name} is not supported`);
    // A reference that was never set prints as it was written.
    default: return literal(reference.isQuiet ? '' : reference.source);
  }
}

function contextPiece<T>(reference: Reference, name: string, scope: TemplateScope<T>, refuse: (reason: string) => Error): Piece<T> {
  if (reference.isCall || name === '' || name.startsWith('requestOverride') || name.startsWith('responseOverride')) throw refuse(`${reference.source} is not supported`);
  const read = scope.context(name);
  return read === null ? literal('') : { read: x => read(x) ?? '', readsBody: false };
}

function inputPiece<T>({ source, isCall, argument }: Reference, name: string, scope: TemplateScope<T>, refuse: (reason: string) => Error): Piece<T> {
  if (name === 'body' && !isCall) return { read: x => scope.body(x) || '{}', readsBody: true };
  if (!isCall || argument === null) throw refuse(`${source} is not supported`);
  if (name === 'params') return { read: x => scope.param(x, argument) ?? '', readsBody: false };
  if (name !== 'json' && name !== 'path') throw refuse(`$input.${name}() is not supported`);
  const find = pathOf(argument, refuse);
  if (name === 'path') return { read: x => print(find(scope.json(x))), readsBody: true };
  return { read: x => JSON.stringify(find(scope.json(x)) ?? '') , readsBody: true };
}

function pathOf(argument: string, refuse: (reason: string) => Error): (root: unknown) => unknown {
  try {
    return compileJsonPath(argument.startsWith('$') ? argument : `$.${argument}`);
  } catch (error) {
    if (error instanceof UnsupportedPath) throw refuse(error.message);
    throw error;
  }
}
