import { describe, expect, it } from 'vitest';
import { usageCsv, usageRows } from './usage-rows';

const usage = {
  usagePlanId: 'p',
  startDate: '2026-11-19',
  endDate: '2026-11-20',
  items: {
    k1: [
      [3, 97],
      [4, 93],
    ],
    k2: [
      [10, 0],
      [0, 0],
    ],
  },
};
const rows = usageRows(usage, new Map([['k1', '=cmd("x"), inc']]), '2026-11-20');

describe('the usage of a plan', () => {
  it('adds up the days of each key, the busiest first', () => {
    expect(rows.map(({ keyId, used, usedToday, remaining }) => [keyId, used, usedToday, remaining])).toEqual([
      ['k2', 10, 0, 0],
      ['k1', 7, 4, 93],
    ]);
    expect(rows[1]?.days[0]).toEqual({ day: '2026-11-19', used: 3, remaining: 97 });
    expect(usageRows({ ...usage, items: {} }, new Map(), '2026-11-20')).toEqual([]);
  });

  it('is exported a line for each day, with names that no spreadsheet runs', () => {
    expect(usageCsv(rows)).toBe(
      'keyId,name,day,used,remaining\r\nk2,k2,2026-11-19,10,0\r\nk2,k2,2026-11-20,0,0\r\nk1,"\'=cmd(""x""), inc",2026-11-19,3,97\r\nk1,"\'=cmd(""x""), inc",2026-11-20,4,93\r\n',
    );
  });
});
