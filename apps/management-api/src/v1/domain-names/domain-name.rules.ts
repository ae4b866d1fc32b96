import { createPrivateKey, X509Certificate } from 'node:crypto';
import { parseArn } from '@gatehouse/contract-primitives';
import { type DomainNameFields } from '@gatehouse/control-store';
import { isPolicyText } from '../policy-text.js';
import { checkLengths } from '../text-rules.js';
import * as faults from './domain-names.faults.js';

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A host name of at least two labels, in any case; the first may be a star, and the last is no number, or it would be an address. Answered in lower case, as it is kept. */
export function checkDomainName(text: string): string {
  const name = text.toLowerCase();
  const [first = '', ...rest] = name.split('.');
  if (/(^|\.)(\d+|0x[0-9a-f]*)$/.test(name)) throw faults.badDomainName();
  if (name.length > 253 || rest.length === 0 || !(first === '*' || LABEL.test(first)) || !rest.every(label => LABEL.test(label))) throw faults.badDomainName();
  return name;
}

/** What must hold of a domain after a create or a patch. Certificates are ACM's: their ARNs are kept and must look like ARNs. */
export function checkDomain(fields: DomainNameFields): void {
  const [type] = fields.endpointTypes;
  if (fields.endpointTypes.length !== 1 || type === undefined) throw faults.oneEndpointType();
  if (type === 'REGIONAL' && (fields.certificateArn || fields.certificateName)) throw faults.foreignCertificate('regional');
  if (type !== 'REGIONAL' && (fields.regionalCertificateArn || fields.regionalCertificateName)) throw faults.foreignCertificate(type === 'EDGE' ? 'edge-optimized' : 'private');
  for (const arn of [fields.certificateArn, fields.regionalCertificateArn, fields.ownershipVerificationCertificateArn]) if (arn && parseArn(arn)?.service !== 'acm') throw faults.badArn(arn);
  if (type !== 'PRIVATE' && fields.policy) throw faults.privateOnly('policy');
  if (type !== 'PRIVATE' && fields.managementPolicy) throw faults.privateOnly('managementPolicy');
  if (type === 'PRIVATE' && fields.ipAddressType === 'ipv4') throw faults.privateIsDualstack();
  if (fields.mutualTlsAuthentication && type !== 'REGIONAL') throw faults.mutualTlsIsRegional();
  if (fields.mutualTlsAuthentication && !/^s3:\/\/[^/]+\/.+$/.test(fields.mutualTlsAuthentication.truststoreUri)) throw faults.badTruststore();
  if (fields.ownershipVerificationCertificateArn && !fields.mutualTlsAuthentication) throw faults.ownershipNeedsMutualTls();
  for (const policy of [fields.policy, fields.managementPolicy]) {
    checkLengths({ 'policy document': policy });
    if (policy && !isPolicyText(policy)) throw faults.badPolicy();
  }
}

/** A certificate that is uploaded: its body and its key belong together. */
export function checkUpload(body: string, privateKey: string): void {
  try {
    if (new X509Certificate(body).checkPrivateKey(createPrivateKey(privateKey))) return;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
  }
  throw faults.badCertificate();
}
