import { collect, type Exchange, type RestRoute, type Step } from '@gatehouse/data-exchange';
import { fromHeaderValue, type HeaderList } from '@gatehouse/contract-text';

/** AWS's limit for one logged body, in characters. */
const LONGEST_BODY = 1_024;
const MAX_ANSWER_BYTES = 10 * 1024 * 1024;

const bodyText = (body: Buffer | string | null): string => {
  const text = body?.toString() ?? '';
  return text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)} [TRUNCATED]` : text;
};

const pairs = (entries: readonly (readonly [string, string])[]): string => `{${entries.map(([name, value]) => `${name}=${value}`).join(', ')}}`;

/** Equal names are joined, as AWS's log shows them; the values of credentials are masked. */
const HIDDEN = /^(authorization|x-api-key|x-amz-security-token|cookie|proxy-authorization)$/i;
function headerText(headers: HeaderList): string {
  const joined = new Map<string, string>();
  for (let i = 0; i < headers.length; i += 2) {
    const [name, value] = [headers[i]!, fromHeaderValue(headers[i + 1]!)];
    const shown = HIDDEN.test(name) ? `${'*'.repeat(Math.max(0, value.length - 6))}${value.length > 12 ? value.slice(-6) : ''}` : value;
    joined.set(name, joined.has(name) ? `${joined.get(name)},${shown}` : shown);
  }
  return pairs([...joined]);
}

const linesOf = (head: string): HeaderList => head.split('\r\n').filter(line => line !== '').flatMap(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);

/** What the method was asked. */
export const logMethodRequest: Step<RestRoute> = {
  name: 'logMethodRequest',
  build: (_route, { executionLog: log }) => async x => {
    log.line(x, `Starting execution for request: ${x.requestId}`);
    log.line(x, `HTTP Method: ${x.inbound.method}, Resource Path: ${x.inbound.path}`);
    log.line(x, `Method request path: ${pairs(x.route.variables.map((name, at): [string, string] => [name.replace(/\+$/, ''), x.pathValues[at] ?? '']))}`);
    log.line(x, `Method request query string: ${pairs(x.query)}`);
    log.line(x, `Method request headers: ${headerText(x.inbound.headers)}`);
    x.requestBody = await collect(x.inbound.body, MAX_ANSWER_BYTES);
    log.line(x, `Method request body before transformations: ${bodyText(x.requestBody)}`);
  },
};

/** What is about to be sent to the backend; a MOCK has none. */
export const logEndpointRequest: Step<RestRoute> = {
  name: 'logEndpointRequest',
  build: (_route, { executionLog: log }) => x => {
    const request = x.integrationRequest;
    if (request === null) return;
    const uri = `${request.origin.isSecure ? 'https' : 'http'}://${request.origin.authority}${request.target}`;
    log.line(x, `Endpoint request URI: ${uri}`);
    log.line(x, `Endpoint request headers: ${headerText(linesOf(request.head))}`);
    log.line(x, `Endpoint request body after transformations: ${bodyText(Buffer.isBuffer(request.body) ? request.body : x.requestBody)}`);
    log.line(x, `Sending request to ${uri}`);
  },
};

/** A test's answer is shown whole, so it is read whole before anything is made of it. */
export const readWholeAnswer: Step<RestRoute> = {
  name: 'readWholeAnswer',
  build: () => async x => {
    const response = x.integrationResponse;
    if (response !== null) x.integrationResponse = { ...response, body: await collect(response.body, MAX_ANSWER_BYTES) };
  },
};

/** What the backend answered. */
export const logEndpointResponse: Step<RestRoute> = {
  name: 'logEndpointResponse',
  build: (_route, { executionLog: log }) => x => {
    const response = x.integrationResponse;
    if (response === null) return;
    log.line(x, `Received response. Status: ${response.status}, Integration latency: ${Math.round(x.integrationEndedMs - x.integrationStartedMs)} ms`);
    log.line(x, `Endpoint response headers: ${headerText(response.headers)}`);
    log.line(x, `Endpoint response body before transformations: ${bodyText(Buffer.isBuffer(response.body) ? response.body : null)}`);
  },
};

/** What the caller gets: the method's answer, or the API's gateway response in its place. */
export const logMethodResponse: Step<RestRoute> = {
  name: 'logMethodResponse',
  build: (_route, { executionLog: log }) => x => {
    const [body, headers] = [bodyText(textOf(x)), headerText(x.answer?.headers ?? [])];
    if (x.fault !== null) {
      log.line(x, `Gateway response type: ${x.fault.row.type} with status code: ${x.answer?.status ?? x.fault.row.status}`);
      log.line(x, `Gateway response body: ${body}`);
      log.line(x, `Gateway response headers: ${headers}`);
      return;
    }
    log.line(x, `Method response body after transformations: ${body}`);
    log.line(x, `Method response headers: ${headers}`);
    log.line(x, 'Successfully completed execution');
  },
};

const textOf = ({ answer }: Exchange): Buffer | string | null => (answer === null || (typeof answer.body !== 'string' && !Buffer.isBuffer(answer.body)) ? null : answer.body);

/** Why an execution ended early, by the type of its fault. */
const ENDS: Readonly<Record<string, (message: string, cause: string) => string>> = {
  API_CONFIGURATION_ERROR: (_message, cause) => `Execution failed due to configuration error: ${cause}`,
  INTEGRATION_TIMEOUT: () => 'Execution failed due to a timeout error',
  INTEGRATION_FAILURE: (message, cause) => `Execution failed due to configuration error: ${cause || message}`,
  BAD_REQUEST_PARAMETERS: message => message,
  BAD_REQUEST_BODY: (message, cause) => `Request body does not match model schema: ${cause || message}`,
  UNSUPPORTED_MEDIA_TYPE: message => `Execution failed: ${message}`,
};

/** Why it did not come to an answer of the method. The cause is told to the owner alone. */
export const logFault: Step<RestRoute> = {
  name: 'logFault',
  build: (_route, { executionLog: log }) => x => {
    if (x.fault === null) return;
    const { cause } = x.fault;
    const text = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
    const tell = ENDS[x.fault.row.type] ?? ((message: string, reason: string) => `Execution failed: ${reason || message}`);
    log.line(x, tell(x.fault.message, text));
  },
};

/** The last line of every execution. */
export const logCompletion: Step<RestRoute> = {
  name: 'logCompletion',
  build: (_route, { executionLog: log }) => x => log.line(x, `Method completed with status: ${x.answer?.status ?? 500}`),
};
