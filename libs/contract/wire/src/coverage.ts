import { MANAGEMENT } from './management.generated.js';
import { notYet } from './not-yet.js';
import { type OperationRow } from './operation.js';
import { V1 } from './v1.generated.js';
import { V2 } from './v2.generated.js';

const SERVICES: readonly (readonly [string, Readonly<Record<string, OperationRow>>])[] = [
  ['REST APIs (`apigateway`)', V1],
  ['HTTP and WebSocket APIs (`apigatewayv2`)', V2],
  ['WebSocket connections (`apigatewaymanagementapi`)', MANAGEMENT],
];

/** docs/coverage.md as text: every operation of the three services, served or not, with the reason. */
export function renderCoverage(): string {
  const all = SERVICES.flatMap(([, rows]) => Object.values(rows));
  const served = all.filter(row => notYet(row) === null).length;
  const sections = SERVICES.map(([title, rows]) => renderService(title, Object.values(rows)));
  return [
    '# Coverage',
    '',
    `${served} of ${all.length} operations are served. The others answer 501 \`NotImplementedException\`, naming the operation and the reason.`,
    'This page is made from the operation table: `npm run build:ts && node libs/contract/wire/tools/coverage.mjs`.',
    ...sections,
    '',
  ].join('\n');
}

function renderService(title: string, rows: readonly OperationRow[]): string {
  const served = rows.filter(row => notYet(row) === null).length;
  const byFamily = [...rows].sort((a, b) => a.family.localeCompare(b.family) || a.name.localeCompare(b.name));
  const lines = byFamily.map(row => `| ${row.family} | ${row.name} | \`${row.method} ${row.path}${renderQuery(row)}\` | ${row.status} | ${notYet(row) ?? 'served'} |`);
  return ['', `## ${title}: ${served} of ${rows.length}`, '', '| family | operation | request | status | state |', '|---|---|---|---|---|', ...lines].join('\n');
}

const renderQuery = ({ query }: OperationRow): string => (query ? `?${Object.entries(query).map(pair => pair.join('=')).join('&')}` : '');
