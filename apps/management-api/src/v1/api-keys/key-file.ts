import { parse } from 'csv-parse/sync';
import { badFile } from './api-keys.faults.js';

/** One line of a key file. `line` counts from the file's first line, which names the columns. */
export interface KeyLine { readonly line: number; readonly name: string; readonly value: string; readonly description: string | null; readonly enabled: boolean; readonly usagePlanIds: readonly string[] }

const COLUMNS = ['name', 'key', 'description', 'enabled', 'usageplanids'] as const;
const MOST_LINES = 100_000;

/** Reads AWS's file format: `Name,Key[,Description,Enabled,UsagePlanIds]`, columns in any order and case, plan ids separated by commas. */
export function readKeyFile(bytes: Uint8Array): readonly KeyLine[] {
  const records = readRecords(bytes);
  const header = (records.shift() ?? []).map(name => name.trim().toLowerCase());
  const unknown = header.find(name => !COLUMNS.some(column => column === name));
  if (unknown !== undefined) throw badFile(`unknown column ${unknown}; known are Name, Key, Description, Enabled and UsagePlanIds`);
  if (!header.includes('name') || !header.includes('key')) throw badFile('the first line must name the columns, Name and Key among them');
  if (records.length > MOST_LINES) throw badFile(`it has more than ${MOST_LINES} keys`);
  return records.map((record, index) => {
    const cell = (column: (typeof COLUMNS)[number]): string => record[header.indexOf(column)]?.trim() ?? '';
    return {
      line: index + 2, name: cell('name'), value: cell('key'), description: cell('description') || null, enabled: cell('enabled').toLowerCase() === 'true',
      usagePlanIds: cell('usageplanids').split(',').map(id => id.trim()).filter(id => id !== ''),
    };
  });
}

function readRecords(bytes: Uint8Array): string[][] {
  try {
    return parse(Buffer.from(bytes), { bom: true, skip_empty_lines: true, relax_column_count: true, max_record_size: 64 * 1024 });
  } catch (error) {
    throw badFile((error as Error).message);
  }
}
