import { Composer, type Document, isAlias, isMap, isPair, isScalar, isSeq, Lexer, Parser, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { duplicateKey, endlessAlias, InvalidDocument, LIMITS, tooDeep, tooLarge, tooManyAliases, tooManyLines } from './invalid-document.js';
import { type Plain } from './plain.js';

type Node = ParsedNode | null;
/** What an anchor stands for, and what it costs each time it is used. */
interface Anchored { readonly value: Plain; readonly nodes: number; readonly height: number }

/** Scalars whose spelling matters more than their value: `version: 1.10` is the text 1.10. */
const TEXTS: ReadonlySet<string> = new Set(['swagger', 'openapi', 'info/version', 'x-amazon-apigateway-documentation/version', 'x-amazon-apigateway-policy/Version']);

/** Reads YAML 1.2 (core schema, merge keys): one document, no tags of its own, dates stay text, keys are text. */
export function parseYaml(text: string): Plain {
  checkLines(text);
  checkTokens(text);
  return new Conversion().convert(compose(text).contents as Node, '', 1).value;
}

function compose(text: string): Document.Parsed {
  // Uniqueness is checked by the conversion: the library compares each key with all others.
  const documents = [...new Composer({ schema: 'core', uniqueKeys: false, prettyErrors: false, strict: true, logLevel: 'silent' }).compose(new Parser().parse(text))];
  const [document] = documents;
  if (!document || documents.length > 1) throw new InvalidDocument('unreadable', documents.length > 1 ? 'The text holds several YAML documents.' : 'The document is empty.');
  const complaint = document.errors[0] ?? document.warnings[0];
  if (complaint) throw new InvalidDocument('unreadable', `The document is neither JSON nor YAML: ${complaint.message}`);
  return document;
}

/** Comments and empty lines are tokens without values: nothing but time. */
function checkLines(text: string): void {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines > LIMITS.yamlLines) throw tooManyLines();
}

/** What the lexer writes before a scalar, and first characters of tokens that become values. */
const VALUES: ReadonlySet<string> = new Set(['\u001f', '"', "'", '!', '&', '*', '[', '{', '-', '?', '%']);

/**
 * Walks the tokens before anything is built of them: brackets, indicators that open blocks within one line, and how many values there are. Building costs the library
 * microseconds and kilobytes a value, and errors as much, so what is too much or plainly broken must end here.
 */
function checkTokens(text: string): void {
  let flow = 0, block = 0, values = 0, tokens = 0, documents = 0;
  for (const token of new Lexer().lex(text)) {
    const first = token[0] ?? '';
    if (token === '[' || token === '{') flow++;
    else if (token === ']' || token === '}') flow--;
    else if (token === '-' || token === '?') block++;
    else if (token === '---') documents++;
    else if (first === '\n' || first === '\r') block = 0;
    if (VALUES.has(first)) values++;
    if (flow > LIMITS.depth || block > LIMITS.depth) throw tooDeep();
    if (flow < 0) throw new InvalidDocument('unreadable', 'The document is neither JSON nor YAML: a bracket closes what none has opened.');
    if (documents > 1) throw new InvalidDocument('unreadable', 'The text holds several YAML documents.');
    if (values > LIMITS.yamlValues || ++tokens > LIMITS.yamlValues * 8) throw tooLarge(LIMITS.yamlValues);
  }
}

class Conversion {
  readonly #anchors = new Map<string, Anchored | 'open'>();
  #nodes = 0;
  #aliases = 0;

  /** `path` names the members above by two levels at most; deeper ones are never asked for. */
  convert(node: Node, path: string, depth: number): Anchored {
    if (depth > LIMITS.depth) throw tooDeep();
    this.#count(1);
    if (isAlias(node)) return this.#alias(node.source, depth);
    const anchor = node?.anchor;
    if (anchor) this.#anchors.set(anchor, 'open');
    const before = this.#nodes;
    const made = this.#value(node, path, depth);
    const anchored = { value: made.value, height: made.height, nodes: this.#nodes - before + 1 };
    if (anchor) this.#anchors.set(anchor, anchored);
    return anchored;
  }

  #value(node: Node, path: string, depth: number): { readonly value: Plain; readonly height: number } {
    if (isMap(node)) return this.#map(node as YAMLMap<Node, Node>, path, depth);
    if (isSeq(node)) {
      const items = node.items.map(item => this.convert(item as Node, `${path}/`, depth + 1));
      return { value: items.map(item => item.value), height: 1 + items.reduce((highest, item) => Math.max(highest, item.height), 0) };
    }
    return { value: isScalar(node) ? scalarOf(node, path) : null, height: 1 };
  }

  #map(node: YAMLMap<Node, Node>, path: string, depth: number): { readonly value: Plain; readonly height: number } {
    const own = new Map<string, Plain>();
    const merged = new Map<string, Plain>();
    let height = 0;
    for (const pair of node.items) {
      if (!isPair(pair)) continue;
      const key = keyOf(pair.key);
      const { value, height: below } = this.convert(pair.value, path === '' ? key : path.includes('/') ? '/' : `${path}/${key}`, depth + 1);
      height = Math.max(height, below);
      if (isMergeKey(pair.key)) mergeInto(merged, value);
      else if (own.has(key)) throw duplicateKey(key);
      else own.set(key, value);
    }
    return { value: Object.fromEntries([...merged, ...own]), height: height + 1 };
  }

  #alias(name: string, depth: number): Anchored {
    const anchored = this.#anchors.get(name);
    if (anchored === 'open') throw endlessAlias(name);
    if (!anchored) throw new InvalidDocument('unreadable', `The alias '${name}' names nothing.`);
    if (++this.#aliases > LIMITS.aliases) throw tooManyAliases();
    if (depth + anchored.height > LIMITS.depth + 1) throw tooDeep();
    this.#count(anchored.nodes);
    return anchored;
  }

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > LIMITS.nodes) throw tooLarge(LIMITS.nodes);
  }
}

/** Scalars only, as they are spelled: `200:` is the key 200, `on:` the key on. */
function keyOf(node: Node): string {
  if (node === null) return '';
  if (!isScalar(node) || node.anchor) throw new InvalidDocument('malformed', 'A key of the document is no plain text.');
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

const isMergeKey = (node: Node): boolean => isScalar(node) && node.value === '<<' && node.type === 'PLAIN';

/** What stands first wins, and the map's own members win over all. */
function mergeInto(merged: Map<string, Plain>, value: Plain): void {
  for (const source of Array.isArray(value) ? (value as readonly Plain[]) : [value]) {
    if (typeof source !== 'object' || source === null || Array.isArray(source)) throw new InvalidDocument('malformed', 'A merge key (<<) merges something that is no map.');
    for (const [key, item] of Object.entries(source)) if (!merged.has(key)) merged.set(key, item);
  }
}

function scalarOf(node: Scalar, path: string): Plain {
  const { value } = node;
  if (typeof value === 'number') return TEXTS.has(path) || !Number.isFinite(value) ? (node.source ?? String(value)) : value;
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? value : String(node.source ?? value);
}
