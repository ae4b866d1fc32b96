import { answersFile, bind, type Call } from './bind.js';
import { pathWithQuery } from './transport.js';

/** Members whose value never stands in a command: the shell variable does instead. */
const SECRET: ReadonlyMap<string, string> = new Map([['CreateApiKey.value', '$API_KEY_VALUE']]);
/** Members that the AWS CLI reads from a file. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['ImportApiKeys.body', 'fileb://api-keys.csv'],
  ['ImportRestApi.body', 'fileb://api.json'],
  ['PutRestApi.body', 'fileb://api.json'],
  ['ImportDocumentationParts.body', 'fileb://api.json'],
]);

/** `providerARNs` is `provider-arns`, as the AWS CLI writes it. */
const kebab = (name: string): string => name.replace('ARNs', 'Arns').replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
const quoted = (text: string): string => (/^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The call as AWS's own command line writes it, one option to a line. */
export function asAwsCli({ operation, input }: Call, endpoint: string): string {
  const options = Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([member, value]) => option(`${operation.name}.${member}`, member, value));
  const file = answersFile(operation) ? ['the-file'] : [];
  return [`aws apigateway ${kebab(operation.name).slice(1)}`, `--endpoint-url ${quoted(endpoint)}`, ...options, ...file].join(' \\\n  ');
}

function option(key: string, member: string, value: unknown): string {
  const flag = kebab(member);
  const secret = SECRET.get(key),
    file = FILES.get(key);
  if (secret) return `--${flag} "${secret}"`;
  if (file) return `--${flag} ${file}`;
  if (typeof value === 'boolean') return value ? `--${flag}` : `--no-${flag}`;
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return `--${flag} ${value.map(quoted).join(' ')}`;
  return `--${flag} ${quoted(typeof value === 'object' ? JSON.stringify(value) : String(value))}`;
}

/** The call as a plain HTTP request, as a script without the AWS CLI would send it. */
export function asHttp({ operation, input }: Call): string {
  const request = bind({
    operation,
    input: Object.fromEntries(Object.entries(input).map(([member, value]) => [member, SECRET.get(`${operation.name}.${member}`) ?? value])),
  });
  const head = `${request.method} ${pathWithQuery(request)}\nAccept: ${request.headers?.['accept'] ?? 'application/json'}`;
  if (request.body === undefined) return head;
  const body = typeof request.body === 'string' ? JSON.stringify(JSON.parse(request.body), null, 2) : '(the bytes of the file)';
  return `${head}\nContent-Type: ${request.contentType ?? 'application/json'}\n\n${body}`;
}
