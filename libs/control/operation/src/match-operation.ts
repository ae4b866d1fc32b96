import { MANAGEMENT, type OperationRow, V1, V2 } from '@gatehouse/contract-wire';

/** The row that a request names, with its path labels decoded once. */
export interface Matched { readonly row: OperationRow; readonly labels: Readonly<Record<string, string>> }

interface Candidate { readonly row: OperationRow; readonly segments: readonly Segment[]; readonly isGreedy: boolean; readonly rank: number }
type Segment = { readonly literal: string } | { readonly label: string };

const ROWS: readonly OperationRow[] = [...Object.values(V1), ...Object.values(V2), ...Object.values(MANAGEMENT)];

/** Candidates by method. More literal segments come first, and a row that asks for a query before one that asks for none. */
const BY_METHOD: ReadonlyMap<string, readonly Candidate[]> = new Map(
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map(method => [method, ROWS.filter(row => row.method === method).map(candidate).sort((a, b) => b.rank - a.rank)]),
);

function candidate(row: OperationRow): Candidate {
  const segments = row.path.split('/').slice(1).map((text): Segment => (text.startsWith('{') ? { label: text.replace(/[{}+]/g, '') } : { literal: text }));
  const last = segments.at(-1);
  // An ARN holds slashes, and not every client escapes them.
  const isGreedy = last !== undefined && 'label' in last && last.label.toLowerCase().endsWith('arn');
  return { row, segments, isGreedy, rank: segments.filter(segment => 'literal' in segment).length * 2 + (row.query ? 1 : 0) };
}

/**
 * Finds the operation by the RAW path, so that `%2F` inside a label is no separator; null when AWS has none there.
 * One slash at the end is forgiven. Throws URIError for a label that is not percent-encoded UTF-8.
 */
export function matchOperation(method: string, rawPath: string, query: URLSearchParams): Matched | null {
  const path = rawPath.replace(/(?<=.)\/$/, '').split('/').slice(1);
  for (const each of BY_METHOD.get(method) ?? []) {
    const labels = fit(each, path);
    if (labels && Object.entries(each.row.query ?? {}).every(([name, value]) => query.get(name) === value)) return { row: each.row, labels };
  }
  return null;
}

function fit({ segments, isGreedy }: Candidate, path: readonly string[]): Record<string, string> | null {
  if (isGreedy ? path.length < segments.length : path.length !== segments.length) return null;
  const labels: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if ('literal' in segment) {
      if (path[index] !== segment.literal) return null;
      continue;
    }
    const isTail = isGreedy && index === segments.length - 1;
    const raw = isTail ? path.slice(index).join('/') : path[index]!;
    if (raw === '') return null;
    labels[segment.label] = decodeURIComponent(raw);
  }
  return labels;
}
