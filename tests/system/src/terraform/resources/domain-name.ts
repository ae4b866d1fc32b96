import { CreateDomainNameCommand, DeleteDomainNameCommand, GetDomainNameCommand, UpdateDomainNameCommand, type EndpointAccessMode, type MutualTlsAuthentication, type RoutingMode, type SecurityPolicy } from '@aws-sdk/client-api-gateway';
import { found, orNull, rfc3339, tolerating, waitFor } from '../provider.js';
import { replace, type ResourceData } from '../resource-data.js';
import { type Resource } from '../resource.js';
import { type Attributes, json, list, map, text } from '../schema.js';
import { DOMAIN_ENDPOINT, expandEndpoint, flattenEndpoint } from './endpoint-configuration.js';

const TRUSTSTORE_URI = '/mutualTlsAuthentication/truststoreUri';
const place = (id: string): { domainName: string; domainNameId?: string } => {
  const [domainName, ...rest] = id.split('/');
  return { domainName: domainName!, ...(rest.length > 0 && { domainNameId: rest.join('/') }) };
};

/** Mutual TLS is switched off by an empty truststore; else only what changes is sent. */
function mutualTlsOperations(data: ResourceData): ReturnType<ResourceData['replaces']> {
  if (!data.changes('mutual_tls_authentication')) return [];
  if (!data.has('mutual_tls_authentication')) return [replace(TRUSTSTORE_URI, '')];
  return data.replaces([['mutual_tls_authentication.0.truststore_uri', TRUSTSTORE_URI], ['mutual_tls_authentication.0.truststore_version', '/mutualTlsAuthentication/truststoreVersion']]);
}

const flattenMutualTls = (answer: MutualTlsAuthentication | undefined): readonly Attributes[] =>
  (answer ? [{ truststore_uri: orNull(answer.truststoreUri), truststore_version: orNull(answer.truststoreVersion) }] : []);

/** aws_api_gateway_domain_name: the id of a private one has its domain name id behind a slash. */
export const domainName: Resource = {
  name: 'aws_api_gateway_domain_name',
  schema: {
    domain_name: text.required({ forcesNew: true }), certificate_arn: text.optional(), certificate_name: text.optional(), regional_certificate_arn: text.optional(), regional_certificate_name: text.optional(),
    certificate_body: text.optional({ forcesNew: true, isWriteOnly: true }), certificate_chain: text.optional({ forcesNew: true, isWriteOnly: true }), certificate_private_key: text.optional({ forcesNew: true, isWriteOnly: true }),
    endpoint_configuration: list.either({ of: DOMAIN_ENDPOINT }), mutual_tls_authentication: list.optional({ of: { truststore_uri: text.required(), truststore_version: text.optional() } }),
    ownership_verification_certificate_arn: text.either(), policy: json.optional(), security_policy: text.either(),
    endpoint_access_mode: text.either(), routing_mode: text.either(), tags: map.optional(),
    arn: text.computed(), certificate_upload_date: text.computed(), cloudfront_domain_name: text.computed(), domain_name_id: text.computed(), regional_domain_name: text.computed(), regional_zone_id: text.computed(),
  },
  async create(aws, data) {
    const truststore = data.blocks('mutual_tls_authentication')[0];
    const answer = await aws.send(new CreateDomainNameCommand({
      domainName: data.text('domain_name'), certificateArn: data.given('certificate_arn'), certificateBody: data.given('certificate_body'), certificateChain: data.given('certificate_chain'),
      certificateName: data.given('certificate_name'), certificatePrivateKey: data.given('certificate_private_key'), endpointConfiguration: expandEndpoint(data.blocks('endpoint_configuration')[0]),
      mutualTlsAuthentication: truststore && { truststoreUri: data.given('mutual_tls_authentication.0.truststore_uri'), truststoreVersion: data.given('mutual_tls_authentication.0.truststore_version') },
      ownershipVerificationCertificateArn: data.given('ownership_verification_certificate_arn'), policy: data.given('policy'), regionalCertificateArn: data.given('regional_certificate_arn'),
      regionalCertificateName: data.given('regional_certificate_name'), securityPolicy: data.given('security_policy') as SecurityPolicy | undefined,
      endpointAccessMode: data.given('endpoint_access_mode') as EndpointAccessMode | undefined, routingMode: data.given('routing_mode') as RoutingMode | undefined, tags: data.filled('tags'),
    }));
    return [answer.domainName!, ...(answer.domainNameId ? [answer.domainNameId] : [])].join('/');
  },
  async read(aws, { id }) {
    const answer = await found(aws.send(new GetDomainNameCommand(place(id))));
    return answer && {
      arn: answer.domainNameArn ?? aws.arn(`/domainnames/${id}`), certificate_arn: orNull(answer.certificateArn), certificate_name: orNull(answer.certificateName), certificate_upload_date: rfc3339(answer.certificateUploadDate),
      cloudfront_domain_name: orNull(answer.distributionDomainName), domain_name: orNull(answer.domainName), domain_name_id: orNull(answer.domainNameId), endpoint_configuration: flattenEndpoint(answer.endpointConfiguration),
      mutual_tls_authentication: flattenMutualTls(answer.mutualTlsAuthentication), ownership_verification_certificate_arn: orNull(answer.ownershipVerificationCertificateArn), policy: orNull(answer.policy),
      regional_certificate_arn: orNull(answer.regionalCertificateArn), regional_certificate_name: orNull(answer.regionalCertificateName), regional_domain_name: orNull(answer.regionalDomainName),
      regional_zone_id: orNull(answer.regionalHostedZoneId), security_policy: orNull(answer.securityPolicy),
      endpoint_access_mode: orNull(answer.endpointAccessMode), routing_mode: orNull(answer.routingMode), tags: answer.tags ?? {},
    };
  },
  async update(aws, id, data) {
    await aws.updateTags(data.text('arn'), data);
    if (!data.changesBesides('tags')) return id;
    const patchOperations = [
      ...data.replaces([['certificate_arn', '/certificateArn'], ['certificate_name', '/certificateName']]),
      ...(data.changes('endpoint_configuration.0.types') && data.has('endpoint_configuration') ? [replace('/endpointConfiguration/types/0', data.texts('endpoint_configuration.0.types')[0])] : []),
      ...(data.changes('endpoint_configuration.0.ip_address_type') && data.has('endpoint_configuration') ? data.replaces([['endpoint_configuration.0.ip_address_type', '/endpointConfiguration/ipAddressType']]) : []),
      ...mutualTlsOperations(data),
      ...data.replaces([
        ['ownership_verification_certificate_arn', '/ownershipVerificationCertificateArn'], ['policy', '/policy'], ['regional_certificate_arn', '/regionalCertificateArn'],
        ['regional_certificate_name', '/regionalCertificateName'], ['security_policy', '/securityPolicy'], ['endpoint_access_mode', '/endpointAccessMode'], ['routing_mode', '/routingMode'],
      ]),
    ];
    await aws.send(new UpdateDomainNameCommand({ ...place(id), patchOperations }));
    await waitFor(async () => (await aws.send(new GetDomainNameCommand(place(id)))).domainNameStatus, ['AVAILABLE'], ['UPDATING']);
    return id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteDomainNameCommand(place(id)))),
};
