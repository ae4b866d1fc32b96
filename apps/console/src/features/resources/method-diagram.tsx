import type { Method } from '@gatehouse/client-calls';
import type { ReactNode } from 'react';
import { callsHttp, isProxy } from './integration-draft';

/** The four boxes that open an editor; also their name in the address bar. */
export type BoxId = 'method-request' | 'integration-request' | 'integration-responses' | 'method-responses';
interface MethodDiagramProps {
  readonly method: Method;
  /** null = none of them is open. */
  readonly chosen: BoxId | null;
  readonly onChoose: (box: BoxId) => void;
}
type Facts = ReadonlyArray<readonly [string, ReactNode]>;

const count = (map: object | undefined): number => Object.keys(map ?? {}).length;
const names = (map: object | undefined): string =>
  Object.keys(map ?? {})
    .sort()
    .join(', ') || 'none';

/** Client > method request > integration request > backend > integration response > method response, with the live values. */
export function MethodDiagram({ method, chosen, onChoose }: MethodDiagramProps) {
  const integration = method.methodIntegration;
  const passes = integration ? isProxy(integration.type) : false;
  const box = (id: BoxId, title: string, facts: Facts | string) => (
    <Box id={id} title={title} facts={facts} isChosen={chosen === id} onChoose={() => onChoose(id)} />
  );
  return (
    <div className="gh-flow-frame">
      <div className="gh-flow" role="group" aria-label="Method execution">
        <section className="gh-box" data-box="client">
          <h3>Client</h3>
        </section>
        {box('method-request', 'Method request', requestFacts(method))}
        {box(
          'integration-request',
          'Integration request',
          integration ? integrationFacts(integration, passes) : 'Not set up: choose an integration before deploying.',
        )}
        <section className="gh-box" data-box="backend">
          <h3>Backend</h3>
          {integration ? <Backend integration={integration} /> : <p>None yet.</p>}
        </section>
        {box(
          'integration-responses',
          'Integration response',
          passes ? "Not used: a proxy passes the backend's answer through." : responseFacts(integration),
        )}
        {box(
          'method-responses',
          'Method response',
          count(method.methodResponses) === 0
            ? passes
              ? 'Not used: nothing is declared.'
              : 'No status is declared.'
            : [['Statuses', names(method.methodResponses)]],
        )}
      </div>
    </div>
  );
}

const requestFacts = (method: Method): Facts => [
  ['Authorization', method.authorizationType ?? 'NONE'],
  ['Validator', method.requestValidatorId ? 'Chosen' : 'none'],
  ['API key', method.apiKeyRequired ? 'Required' : 'Not required'],
  [
    'Parameters',
    count(method.requestParameters) === 0
      ? 'none'
      : Object.keys(method.requestParameters ?? {})
          .map(key => key.replace('method.request.', ''))
          .sort()
          .join(', '),
  ],
];

const integrationFacts = (integration: NonNullable<Method['methodIntegration']>, passes: boolean): Facts => [
  ['Type', integration.type],
  ['Timeout', `${integration.timeoutInMillis ?? 29000} ms`],
  ['Mappings', count(integration.requestParameters) === 0 ? 'none' : `${count(integration.requestParameters)} of parameters`],
  ['Templates', passes ? 'not used' : names(integration.requestTemplates)],
];

function responseFacts(integration: Method['methodIntegration']): Facts | string {
  const responses = Object.values(integration?.integrationResponses ?? {});
  if (responses.length === 0) return integration ? 'None: the gateway could not answer. Add a default response.' : 'Not set up.';
  const facts = responses.map(
    response =>
      [response.statusCode, response.selectionPattern ? <code key="pattern">{response.selectionPattern}</code> : 'default'] as const,
  );
  return responses.some(response => !response.selectionPattern) ? facts : [...facts, ['Warning', 'no default response']];
}

function Backend({ integration }: { readonly integration: NonNullable<Method['methodIntegration']> }) {
  if (!callsHttp(integration.type)) return <p>None: the gateway answers itself.</p>;
  return (
    <div>
      <b>{integration.httpMethod ?? ''}</b> <span className="gh-wrap">{integration.uri ?? ''}</span>
    </div>
  );
}

interface BoxProps {
  readonly id: BoxId;
  readonly title: string;
  readonly facts: Facts | string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Box({ id, title, facts, isChosen, onChoose }: BoxProps) {
  return (
    <section className="gh-box" data-box={id} data-chosen={isChosen} data-unused={typeof facts === 'string'}>
      <h3>
        <button type="button" aria-pressed={isChosen} onClick={onChoose}>
          {title}
        </button>
      </h3>
      {typeof facts === 'string' ? (
        <p>{facts}</p>
      ) : (
        <dl>
          {facts.map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
        </dl>
      )}
    </section>
  );
}

const Fact = ({ label, value }: { readonly label: string; readonly value: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);
