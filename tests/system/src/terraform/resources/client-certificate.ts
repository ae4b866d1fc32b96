import { DeleteClientCertificateCommand, GenerateClientCertificateCommand, GetClientCertificateCommand, UpdateClientCertificateCommand } from '@aws-sdk/client-api-gateway';
import { found, orNull, rfc3339, tolerating } from '../provider.js';
import { type Resource } from '../resource.js';
import { map, text } from '../schema.js';

const arnOf = (id: string): string => `/clientcertificates/${id}`;

/** aws_api_gateway_client_certificate */
export const clientCertificate: Resource = {
  name: 'aws_api_gateway_client_certificate',
  schema: { description: text.optional(), tags: map.optional(), arn: text.computed(), created_date: text.computed(), expiration_date: text.computed(), pem_encoded_certificate: text.computed() },
  async create(aws, data) {
    const { clientCertificateId } = await aws.send(new GenerateClientCertificateCommand({ description: data.given('description'), tags: data.filled('tags') }));
    return clientCertificateId!;
  },
  async read(aws, { id }) {
    const answer = await found(aws.send(new GetClientCertificateCommand({ clientCertificateId: id })));
    return answer && {
      arn: aws.arn(arnOf(id)), description: orNull(answer.description), created_date: rfc3339(answer.createdDate), expiration_date: rfc3339(answer.expirationDate),
      pem_encoded_certificate: orNull(answer.pemEncodedCertificate), tags: answer.tags ?? {},
    };
  },
  // Some releases of the provider send the patch with no operation in it when only tags change.
  async update(aws, id, data) {
    await aws.updateTags(aws.arn(arnOf(id)), data);
    await aws.send(new UpdateClientCertificateCommand({ clientCertificateId: id, patchOperations: data.replaces([['description', '/description']]) }));
    return id;
  },
  delete: (aws, { id }) => tolerating(aws.send(new DeleteClientCertificateCommand({ clientCertificateId: id }))),
};
