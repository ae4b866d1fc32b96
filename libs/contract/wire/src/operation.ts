/** The three services that speak on the wire, by the name that SigV4 signs. */
export type Service = 'apigateway' | 'apigatewayv2' | 'execute-api';

/** What a row says without its types. `path` has labels in braces; `query` tells apart two operations that share method and path. */
export interface OperationRow<Name extends string = string> {
  readonly name: Name;
  readonly service: Service;
  /** The folder of the management API that serves it, e.g. `rest-apis`. */
  readonly family: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly query?: Readonly<Record<string, string>>;
  /** Names of the input and output structures; null = nothing travels. */
  readonly input: string | null;
  readonly output: string | null;
}

/** One operation of AWS: the only place that knows its method, path, status and shapes. `_io` exists for the compiler alone. */
export interface Operation<Input = never, Output = unknown, Name extends string = string> extends OperationRow<Name> {
  readonly _io?: (input: Input) => Output;
}

/** An operation without input. */
export type Empty = Readonly<Record<string, never>>;

/** Types a generated row. */
export const operation = <Input, Output>() => <const Name extends string>(row: OperationRow<Name>): Operation<Input, Output, Name> => row;

/** The input that an operation takes. */
export type InputOf<Row> = Row extends Operation<infer Input, unknown> ? Input : never;
/** The output that an operation answers. */
export type OutputOf<Row> = Row extends { readonly _io?: (input: never) => infer Output } ? Output : never;

/** True for operations that change something. Test invocations and the four GET-like POSTs do not. */
export const isWrite = (row: OperationRow): boolean => row.method !== 'GET' && !row.name.startsWith('TestInvoke');

/** The IAM action: AWS names them by HTTP method, `apigateway:PATCH`. */
export const iamAction = (row: OperationRow): string => (row.service === 'execute-api' ? 'execute-api:ManageConnections' : `apigateway:${row.method}`);

/** The ARN that a policy is asked about. `labels` are the decoded path labels; an ARN inside a path is written percent-encoded, as AWS does. */
export function resourceArn(row: OperationRow, region: string, labels: Readonly<Record<string, string>>): string {
  const path = row.path.replace(/^\/v2(?=\/)/, '').replace(/\{(\w+)\+?\}/g, (_, name: string) => {
    const value = labels[name] ?? '*';
    return name.toLowerCase().endsWith('arn') ? encodeURIComponent(value) : value;
  });
  return `arn:aws:apigateway:${region}::${path}`;
}
