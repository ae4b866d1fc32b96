/** A value as Velocity on AWS prints it: objects the Java way (`{foo=bar}`), lists as JSON, nothing as nothing. */
export function print(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, member]) => `${name}=${member === null ? 'null' : print(member)}`).join(', ')}}`;
}
