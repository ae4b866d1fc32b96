import * as sdk from '@aws-sdk/client-api-gateway';
import { type V1 } from '@gatehouse/contract-wire';

/** The operations, as the SDK's commands name them. */
export type OperationName = keyof typeof V1;
type Commands = { [Key in keyof typeof sdk as Key extends `${infer Name}Command` ? Name : never]: (typeof sdk)[Key] };
type Inputs = { [Name in OperationName]: Commands[Name] extends new (...input: infer Input) => unknown ? NonNullable<Input[0]> : never };
/** What the SDK takes for an operation. */
export type InputOf<Name extends OperationName> = Inputs[Name];
/** What the SDK answers, without its metadata. */
export type OutputOf<Name extends OperationName> = Commands[Name] extends new (...input: never[]) => { resolveMiddleware(...rest: never[]): (...args: never[]) => Promise<{ output: infer Output }> } ? Omit<Output, '$metadata'> : never;

/** What came of a call: the answer as it stood on the wire, and what the SDK made of it. */
export interface Heard<Name extends OperationName = OperationName> {
  readonly operation: Name;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body when it is JSON. */
  readonly json: unknown;
  /** null = it was refused. */
  readonly output: OutputOf<Name> | null;
  readonly error: Error | null;
}

interface WireRequest { headers: Record<string, string> }
interface WireResponse { readonly statusCode: number; readonly headers: Readonly<Record<string, string>>; body: unknown }
/** Changes a request after it was signed. */
export type Tamper = (request: WireRequest) => void;

async function bytesOf(body: unknown): Promise<Buffer> {
  const chunks: Buffer[] = [];
  if (body) for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** AWS's own client, with an ear on the wire. */
export class Recorder {
  constructor(private readonly client: sdk.APIGatewayClient, private readonly tamper: Tamper = () => undefined) {}

  async send<Name extends OperationName>(operation: Name, input: InputOf<Name>): Promise<Heard<Name>> {
    const Command = sdk[`${operation}Command`] as unknown as new (input: object) => sdk.GetRestApisCommand;
    const command = new Command(input);
    let heard = { status: 0, headers: {} as Readonly<Record<string, string>>, text: '' };
    command.middlewareStack.add(next => async args => {
      this.tamper(args.request as WireRequest);
      const result = await next(args);
      const response = result.response as WireResponse;
      const bytes = await bytesOf(response.body);
      response.body = new Uint8Array(bytes);
      heard = { status: response.statusCode, headers: response.headers, text: bytes.toString('utf8') };
      return result;
    }, { step: 'deserialize', priority: 'low', name: 'listenToTheWire' });
    const sent = await this.client.send(command).then(output => ({ output, error: null }), (error: unknown) => ({ output: null, error: error as Error }));
    if (heard.status === 0) throw new Error(`${operation} was never sent`, { cause: sent.error });
    const { $metadata: _, ...output } = { $metadata: null, ...sent.output };
    return { operation, ...heard, json: jsonOf(heard.text), output: sent.output === null ? null : (output as OutputOf<Name>), error: sent.error };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
