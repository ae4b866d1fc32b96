import { type InputOf, type OperationName, type OutputOf, type Recorder } from './recorder.js';
import { ACCOUNT, DOMAIN, LAMBDA_URI, today, type World } from './world.js';

/** A list that comes in pages: what asks for it, what makes one more entry of it, and what tells entries apart. */
export interface Listing {
  readonly operation: OperationName;
  input(world: World): object;
  /** Makes the n-th entry. */
  make(recorder: Recorder, world: World, n: number): Promise<unknown>;
  keysOf(output: object): readonly string[];
}

type Item<Output> = Output extends { readonly items?: readonly (infer Each)[] | undefined } ? Each : never;

/** In two calls, because the compiler reads what goes into an operation only once it knows which. */
const listing = <List extends OperationName, Maker extends OperationName>(operation: List, maker: Maker) =>
  (input: (world: World) => InputOf<List>, made: (world: World, n: number) => InputOf<Maker>, keyOf: (item: Item<OutputOf<List>>) => string | undefined): Listing => ({
    operation, input,
    make: async (recorder, world, n) => {
      const heard = await recorder.send(maker, made(world, n));
      if (heard.output === null) throw new Error(`${maker} was refused: ${heard.text}`);
    },
    keysOf: output => ((output as { readonly items?: readonly Item<OutputOf<List>>[] }).items ?? []).map(item => keyOf(item) ?? 'no key'),
  });

const api = (w: World) => ({ restApiId: w.restApiId });
const everything = () => ({});
/** Another key of the plan. */
async function makePlanKey(recorder: Recorder, { usagePlanId }: World, n: number): Promise<void> {
  const key = await recorder.send('CreateApiKey', { name: `plan-${n}` });
  const member = await recorder.send('CreateUsagePlanKey', { usagePlanId, keyId: key.output!.id, keyType: 'API_KEY' });
  if (member.output === null) throw new Error(member.text);
}

/** Every list whose answer has a position, but for GetGatewayResponses, which AWS does not page. */
export const LISTINGS: readonly Listing[] = [
  listing('GetApiKeys', 'CreateApiKey')(everything, (_, n) => ({ name: `k${n}` }), item => item.id),
  listing('GetAuthorizers', 'CreateAuthorizer')(api, (w, n) => ({ ...api(w), name: `a${n}`, type: 'TOKEN', authorizerUri: LAMBDA_URI }), item => item.id),
  listing('GetBasePathMappings', 'CreateBasePathMapping')(() => ({ domainName: DOMAIN }), (w, n) => ({ ...api(w), domainName: DOMAIN, basePath: `p${n}` }), item => item.basePath),
  listing('GetClientCertificates', 'GenerateClientCertificate')(everything, (_, n) => ({ description: `c${n}` }), item => item.clientCertificateId),
  listing('GetDeployments', 'CreateDeployment')(api, (w, n) => ({ ...api(w), description: `d${n}` }), item => item.id),
  listing('GetDocumentationParts', 'CreateDocumentationPart')(api, (w, n) => ({ ...api(w), location: { type: 'MODEL', name: `M${n}` }, properties: `{"description":"${n}"}` }), item => item.id),
  listing('GetDocumentationVersions', 'CreateDocumentationVersion')(api, (w, n) => ({ ...api(w), documentationVersion: `v${n}` }), item => item.version),
  listing('GetDomainNameAccessAssociations', 'CreateDomainNameAccessAssociation')(everything, (w, n) => ({ domainNameArn: w.privateDomainArn, accessAssociationSourceType: 'VPCE', accessAssociationSource: `vpce-${n}` }), item => item.accessAssociationSource),
  listing('GetDomainNames', 'CreateDomainName')(everything, (_, n) => ({ domainName: n % 2 === 0 ? `d${n}.example.com` : 'same.private.example.com', endpointConfiguration: { types: [n % 2 === 0 ? 'REGIONAL' : 'PRIVATE'] } }), item => item.domainNameArn),
  listing('GetModels', 'CreateModel')(api, (w, n) => ({ ...api(w), name: `M${n}`, contentType: 'application/json', schema: '{"type":"object"}' }), item => item.name),
  listing('GetRequestValidators', 'CreateRequestValidator')(api, (w, n) => ({ ...api(w), name: `r${n}` }), item => item.id),
  listing('GetResources', 'CreateResource')(api, (w, n) => ({ ...api(w), parentId: w.rootId, pathPart: `p${n}` }), item => item.path),
  listing('GetRestApis', 'CreateRestApi')(everything, (_, n) => ({ name: `api${n}` }), item => item.id),
  { operation: 'GetUsage', input: w => ({ usagePlanId: w.usagePlanId, startDate: today(), endDate: today() }), make: makePlanKey, keysOf: output => Object.keys((output as OutputOf<'GetUsage'>).items ?? {}) },
  { operation: 'GetUsagePlanKeys', input: w => ({ usagePlanId: w.usagePlanId }), make: makePlanKey, keysOf: output => ((output as OutputOf<'GetUsagePlanKeys'>).items ?? []).map(item => item.id!) },
  listing('GetUsagePlans', 'CreateUsagePlan')(everything, (_, n) => ({ name: `u${n}` }), item => item.id),
  listing('GetVpcLinks', 'CreateVpcLink')(everything, (_, n) => ({ name: `l${n}`, targetArns: [`arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/net/a/1`] }), item => item.id),
];
