import type { Method, V1 } from '@gatehouse/client-calls';
import { z } from 'zod';
import type { Pair } from '../../shared/forms/pairs';
import { pathParameters } from './method-draft';
import type { MethodPlace } from './method-place';

/** The form of a test call. Query and headers may name one thing twice; a row without a value is not sent. */
export interface TestDraft {
  /** For ANY methods: the method that is called. */
  readonly verb: string;
  readonly path: readonly Pair[];
  readonly query: readonly Pair[];
  readonly headers: readonly Pair[];
  readonly stageVariables: readonly Pair[];
  readonly clientCertificateId: string;
  readonly body: string;
}

const named = (rows: readonly Pair[], context: z.RefinementCtx): void =>
  rows.forEach(({ name, value }, index) => {
    if (name === '' && value !== '') context.addIssue({ code: 'custom', path: [index, 'name'], message: 'Give it a name.' });
  });
const rows = z.array(z.object({ name: z.string(), value: z.string() }));

/** A path is complete only with all its variables. */
export const TestForm = z.object({
  verb: z.string(),
  path: rows.superRefine((path, context) => {
    path.forEach(({ value }, index) => {
      if (value === '') context.addIssue({ code: 'custom', path: [index, 'value'], message: 'The path needs a value here.' });
    });
  }),
  query: rows.superRefine(named),
  headers: rows.superRefine(named),
  stageVariables: rows.superRefine(named),
  clientCertificateId: z.string(),
  body: z.string(),
});

const declared = (method: Method, place: string): readonly Pair[] =>
  Object.keys(method.requestParameters ?? {})
    .filter(key => key.startsWith(`method.request.${place}.`))
    .sort()
    .map(key => ({ name: key.slice(`method.request.${place}.`.length), value: '' }));

/** What a test of this method begins with: its path variables, and a row for each parameter that it declares. */
export const draftOfTest = (path: string, method: Method): TestDraft => ({
  verb: method.httpMethod === 'ANY' ? 'GET' : method.httpMethod,
  path: pathParameters(path).map(name => ({ name, value: '' })),
  query: declared(method, 'querystring'),
  headers: declared(method, 'header'),
  stageVariables: [],
  clientCertificateId: '',
  body: '',
});

/** A greedy variable keeps its slashes; any other is one segment. */
function pathOf(template: string, values: readonly Pair[]): string {
  const byName = new Map(values.map(({ name, value }) => [name, value]));
  return template.replaceAll(/\{([^}+]+)(\+?)\}/g, (_whole, name: string, plus: string) => {
    const value = byName.get(name) ?? '';
    return plus ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
}

const sent = (pairs: readonly Pair[]): readonly Pair[] => pairs.filter(({ name, value }) => name !== '' && value !== '');

/** Each name with all its values. */
const valuesByName = (pairs: readonly Pair[]): Record<string, readonly string[]> => {
  const values = new Map<string, string[]>();
  for (const { name, value } of sent(pairs)) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
};

/** A GET and a HEAD carry no body. */
export const hasBody = (verb: string): boolean => verb !== 'GET' && verb !== 'HEAD';

type TestInput = Parameters<NonNullable<(typeof V1.TestInvokeMethod)['_io']>>[0];

/** The form as TestInvokeMethod takes it. */
export function testInput(place: MethodPlace, path: string, draft: TestDraft): TestInput {
  const query = new URLSearchParams(sent(draft.query).map(({ name, value }): [string, string] => [name, value])).toString();
  const headers = valuesByName(draft.headers),
    variables = sent(draft.stageVariables);
  return {
    ...place,
    httpMethod: draft.verb,
    pathWithQueryString: pathOf(path, draft.path) + (query && `?${query}`),
    ...(Object.keys(headers).length > 0 ? { multiValueHeaders: headers } : {}),
    ...(variables.length > 0 ? { stageVariables: Object.fromEntries(variables.map(({ name, value }) => [name, value])) } : {}),
    ...(draft.clientCertificateId ? { clientCertificateId: draft.clientCertificateId } : {}),
    ...(draft.body && hasBody(draft.verb) ? { body: draft.body } : {}),
  };
}
