// Writes .env with fresh secrets for docker-compose.yml. An existing file is left alone: its master key opens the database.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const secret = (bytes) => randomBytes(bytes).toString('base64url');
const lines = [
  `POSTGRES_PASSWORD=${secret(24)}`,
  `GATEHOUSE_MASTER_KEY=${randomBytes(32).toString('base64')}`,
  `GATEHOUSE_ENROL_TOKEN=${secret(32)}`,
  `GATEHOUSE_ADMIN_PASSWORD=${secret(15)}`,
  `GATEHOUSE_ADMIN_ACCESS_KEY_ID=AKIA${randomBytes(8).toString('hex').toUpperCase()}`,
  `GATEHOUSE_ADMIN_SECRET_ACCESS_KEY=${randomBytes(30).toString('base64')}`,
];
const file = process.argv[2] ?? '.env';
try {
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`${file} holds fresh secrets; keep the master key, it opens the database.`);
} catch (error) {
  if (error.code !== 'EEXIST') throw error;
  console.error(`${file} exists and is left as it is.`);
  process.exit(1);
}
