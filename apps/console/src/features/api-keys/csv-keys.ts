/** What a CSV of keys holds, as far as it can be told before it is sent. Values are counted, never kept. */
export interface CsvOutline {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly problems: readonly string[];
}

const REQUIRED = ['key'];
const KNOWN = new Set(['name', 'key', 'description', 'enabled', 'usageplanids']);
/** More would not be read. */
const SHOWN = 20;

/** Looks over a CSV before it is imported: its header, its rows, and the lines that will not do. */
export function outlineOf(text: string): CsvOutline {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '');
  const columns = (lines[0] ?? '').split(',').map(column => column.trim().toLowerCase());
  const problems = [
    ...(lines.length === 0
      ? ['The file is empty.']
      : REQUIRED.filter(column => !columns.includes(column)).map(column => `The first line names no column "${column}".`)),
    ...columns.filter(column => column && !KNOWN.has(column)).map(column => `The column "${column}" is not known.`),
  ];
  const keyAt = columns.indexOf('key');
  if (keyAt >= 0) problems.push(...lineProblems(lines, keyAt));
  return { rows: Math.max(0, lines.length - 1), columns, problems: problems.slice(0, SHOWN) };
}

function lineProblems(lines: readonly string[], keyAt: number): readonly string[] {
  const firstLine = new Map<string, number>();
  return lines.slice(1).flatMap((line, index) => {
    const value = unquoted(cells(line)[keyAt] ?? ''),
      number = index + 2,
      before = firstLine.get(value);
    if (value.length < 20 || value.length > 128) return [`Line ${number}: a key has from 20 to 128 characters, this one ${value.length}.`];
    if (before !== undefined) return [`Line ${number}: the same key as in line ${before}.`];
    firstLine.set(value, number);
    return [];
  });
}

/** Commas inside double quotes do not divide. */
const cells = (line: string): readonly string[] => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map(cell => cell.replace(/,$/, '')) ?? [];
const unquoted = (cell: string): string =>
  cell
    .trim()
    .replace(/^"([\s\S]*)"$/, '$1')
    .replaceAll('""', '"');
