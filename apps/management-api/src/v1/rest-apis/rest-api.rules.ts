import { type RestApiFields } from '@gatehouse/contract-definition';
import { isPolicyText } from '../policy-text.js';
import { checkLengths } from '../text-rules.js';
import * as faults from './rest-apis.faults.js';

export const MAX_COMPRESSION_SIZE = 10_485_760;

/** What must hold of an API after a create or a patch, whatever the caller changed. */
export function checkRestApi({ name, description, version, minimumCompressionSize, endpointTypes, ipAddressType, vpcEndpointIds, policy }: RestApiFields & { readonly name: string }): void {
  if (name === '') throw faults.emptyName();
  if (name.length > 1024) throw faults.longName();
  if (description === '') throw faults.emptyDescription();
  if (minimumCompressionSize !== null && (minimumCompressionSize < 0 || minimumCompressionSize > MAX_COMPRESSION_SIZE)) throw faults.badCompressionSize();
  if (endpointTypes.length !== 1) throw faults.severalEndpointTypes();
  const isPrivate = endpointTypes[0] === 'PRIVATE';
  if (isPrivate && ipAddressType === 'ipv4') throw faults.privateIsDualstack();
  if (!isPrivate && vpcEndpointIds.length > 0) throw faults.vpcEndpointsArePrivate();
  checkLengths({ 'API description': description, 'API version': version, 'policy document': policy });
  if (policy !== null && !isPolicyText(policy)) throw faults.badPolicy();
}
