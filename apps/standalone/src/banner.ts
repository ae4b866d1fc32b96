import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from './settings.js';

/** What a person needs after a start: addresses, credentials, and one command that works. */
export function banner(settings: Settings, facts: { readonly seconds: number; readonly databaseFolder: string | null; readonly isMoved: boolean; readonly isFirstRun: boolean }): string {
  const { ports, dataDir, region } = settings;
  const credentials = path.join(dataDir, 'credentials');
  const password = path.join(dataDir, 'console-password');
  const shown = (file: string): string => {
    const relative = path.relative(process.cwd(), file);
    return relative === '' || relative.startsWith('..') ? file : relative;
  };
  const lines = [
    `Gatehouse is ready (${facts.seconds.toFixed(1)} s)`,
    '',
    `  Console          http://localhost:${ports.api}/console/`,
    `    user           admin`,
    `    password       ${facts.isFirstRun && existsSync(password) ? readFileSync(password, 'utf8').trim() : `in ${shown(password)}`}`,
    `  Management API   http://localhost:${ports.api}`,
    `  Gateway          http://localhost:${ports.gateway}   (health and metrics: http://localhost:${ports.gatewayPrivate})`,
    `  Example backend  http://localhost:${ports.petstore}/pets`,
    `  Credentials      ${shown(credentials)}   (profile gatehouse)`,
    `  Database         ${settings.databaseUrl ? 'the one of DATABASE_URL' : `embedded PostgreSQL in ${shown(facts.databaseFolder ?? '')}`}`,
    ...(facts.isMoved ? [`                   (outside the data folder: PostgreSQL does not run as root, and this checkout lies below a closed home)`] : []),
    `  Logs             ${shown(path.join(dataDir, 'logs'))}`,
    '',
    '  Try:',
    `    AWS_SHARED_CREDENTIALS_FILE=${shown(credentials)} aws --profile gatehouse --region ${region} \\`,
    `      --endpoint-url http://localhost:${ports.api} apigateway get-rest-apis`,
    '',
    '  Ctrl-C stops everything.',
  ];
  const width = Math.max(...lines.map(line => line.length)) + 2;
  const rule = '─'.repeat(width);
  return `\n┌${rule}┐\n${lines.map(line => `│ ${line.padEnd(width - 1)}│`).join('\n')}\n└${rule}┘\n`;
}
