import { type ClientCertificate } from '@gatehouse/contract-wire';
import { type ClientCertificateRow } from '@gatehouse/control-store';
import { filledMap } from '../present-map.js';

/** Row -> AWS's ClientCertificate. The private key is never answered. */
export const presentClientCertificate = ({ id, description, pemEncodedCertificate, createdAt, expiresAt, tags }: ClientCertificateRow): ClientCertificate => ({
  clientCertificateId: id,
  description: description ?? undefined,
  pemEncodedCertificate,
  createdDate: createdAt,
  expirationDate: expiresAt,
  tags: filledMap(tags),
});
