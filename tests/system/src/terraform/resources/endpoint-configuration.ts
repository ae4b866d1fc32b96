import { type EndpointConfiguration, type EndpointType, type IpAddressType } from '@aws-sdk/client-api-gateway';
import { orNull } from '../provider.js';
import { type Attributes, list, type Schema, set, text } from '../schema.js';

/** The block `endpoint_configuration` of APIs; domain names have no VPC endpoints. */
export const ENDPOINT: Schema = { ip_address_type: text.either(), types: list.required(), vpc_endpoint_ids: set.either() };
export const DOMAIN_ENDPOINT: Schema = { ip_address_type: text.either(), types: list.required() };

export const expandEndpoint = (block: Attributes | undefined): EndpointConfiguration | undefined => block && {
  types: [...(block['types'] as readonly EndpointType[])],
  ...(block['ip_address_type'] ? { ipAddressType: block['ip_address_type'] as IpAddressType } : {}),
  ...((block['vpc_endpoint_ids'] as readonly string[] | null)?.length ? { vpcEndpointIds: [...(block['vpc_endpoint_ids'] as readonly string[])] } : {}),
};

export const flattenEndpoint = (answer: EndpointConfiguration | undefined): readonly Attributes[] => (answer
  ? [{ ip_address_type: orNull(answer.ipAddressType), types: answer.types ?? [], ...(answer.vpcEndpointIds?.length && { vpc_endpoint_ids: answer.vpcEndpointIds }) }]
  : []);
