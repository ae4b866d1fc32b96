import { type RestApiDefinition } from '@gatehouse/contract-definition';

/** One call of the generated client. `pathParameters` in the order of the path; `query` and `headers` are the declared names. */
export interface ClientFunction {
  readonly name: string;
  readonly verb: string;
  /** `/pets/{petId}`; a greedy variable keeps its plus sign. */
  readonly path: string;
  readonly pathParameters: readonly string[];
  readonly query: readonly string[];
  readonly headers: readonly string[];
  /** What it must be given to be let in. */
  readonly isSigned: boolean;
  readonly needsKey: boolean;
}

const EVERY_VERB = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** `/pets/{petId}` GET -> `petsPetIdGet`, the root's GET -> `rootGet`, as AWS's generator names them. */
function nameOf(path: string, verb: string): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(word => word !== '');
  const base = words.map((word, at) => (at === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1)).join('') || 'root';
  return `${/^\d/.test(base) ? `_${base}` : base}${verb[0]}${verb.slice(1).toLowerCase()}`;
}

const named = (parameters: Readonly<Record<string, boolean>>, place: string): readonly string[] => {
  const start = `method.request.${place}.`;
  return Object.keys(parameters).filter(key => key.startsWith(start)).map(key => key.slice(start.length)).sort();
};

/** Every method of an API as a function; ANY becomes one for each verb that has no method of its own. Two paths that read the same get numbers. */
export function clientFunctions({ resources }: RestApiDefinition): readonly ClientFunction[] {
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`;
    taken.add(name);
    return name;
  };
  return resources.flatMap(({ path, methods }) => {
    const own = new Set(methods.map(method => method.httpMethod));
    const pathParameters = [...path.matchAll(/\{([^}]+?)\+?\}/g)].map(match => match[1]!);
    return methods.flatMap(({ httpMethod, fields }) => (httpMethod === 'ANY' ? EVERY_VERB.filter(verb => !own.has(verb)) : [httpMethod]).map(verb => ({
      name: unique(nameOf(path, verb)), verb, path, pathParameters,
      query: named(fields.requestParameters, 'querystring'), headers: named(fields.requestParameters, 'header'),
      isSigned: fields.authorizationType === 'AWS_IAM', needsKey: fields.apiKeyRequired,
    })));
  });
}
