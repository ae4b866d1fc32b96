import { isHeaderValue, toHeaderValue } from '@gatehouse/contract-text';
import { fault, Unbuildable, type Exchange } from '@gatehouse/data-exchange';
import { UNMAPPABLE, type Mapping } from '@gatehouse/engine-mapping';

/** Refuses at compile what AWS refuses when the method is called. */
export function assertMappable(mappings: readonly Mapping<Exchange>[]): void {
  for (const { name } of mappings) if (UNMAPPABLE.has(name.toLowerCase())) throw new Unbuildable(`Execution failed due to configuration error: the header ${name} cannot be mapped`);
}

/** A mapped value as a head can carry it. One that could end its line is the caller's fault: it came from the request. */
export function headerValue(name: string, value: string): string {
  const text = toHeaderValue(value);
  if (!isHeaderValue(text)) throw fault('DEFAULT_4XX', `the value mapped to ${name} cannot be a header`);
  return text;
}

/** Writes mapped headers as lines, a list as one comma-joined value; what has no value is left out. */
export function mappedLines(mappings: readonly Mapping<Exchange>[], x: Exchange): string {
  let lines = '';
  for (let i = 0; i < mappings.length; i++) {
    const { name, read } = mappings[i]!;
    const value = read(x);
    if (value !== null) lines += `${name}: ${headerValue(name, typeof value === 'string' ? value : value.join(','))}\r\n`;
  }
  return lines;
}
