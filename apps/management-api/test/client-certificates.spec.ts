import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  CreateDeploymentCommand, DeleteClientCertificateCommand, GenerateClientCertificateCommand, GetClientCertificateCommand, GetClientCertificatesCommand, UpdateClientCertificateCommand, UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { Vault } from '@gatehouse/control-store';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badRequest, newMockApi, notFound } from './build-api.js';
import { startSystem, type TestSystem } from './system.js';

let system: TestSystem;
beforeAll(async () => { system = await startSystem(); });
afterAll(async () => {
  await system.close();
  expect(system.unexpected).toEqual([]);
});

const send: TestSystem['aws']['send'] = ((command: never) => system.aws.send(command)) as never;
const NOBODY = 'Invalid client certificate identifier specified';

describe('client certificates', () => {
  it.each([
    ['Get', new GetClientCertificateCommand({ clientCertificateId: 'nobody' })], ['Delete', new DeleteClientCertificateCommand({ clientCertificateId: 'nobody' })],
    ['Update', new UpdateClientCertificateCommand({ clientCertificateId: 'nobody', patchOperations: [{ op: 'replace', path: '/description', value: 'x' }] })],
  ])('%sClientCertificate · unknown id · 404', async (_name, command) => {
    await expect(system.aws.send(command as GetClientCertificateCommand)).rejects.toEqual(notFound(NOBODY));
  });

  it('UpdateClientCertificate · another path or verb · 400, and nothing has changed', async () => {
    const { clientCertificateId } = await send(new GenerateClientCertificateCommand({ description: 'mine' }));
    await expect(send(new UpdateClientCertificateCommand({ clientCertificateId, patchOperations: [{ op: 'replace', path: '/pemEncodedCertificate', value: 'x' }] }))).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(send(new UpdateClientCertificateCommand({ clientCertificateId, patchOperations: [{ op: 'remove', path: '/description' }] }))).rejects.toMatchObject({ name: 'BadRequestException' });
    expect((await send(new GetClientCertificateCommand({ clientCertificateId }))).description).toBe('mine');
  });

  it('GenerateClientCertificate · makes a real certificate of 365 days for TLS clients, whose key is sealed and never told', async () => {
    const made = await send(new GenerateClientCertificateCommand({ description: 'to the backend', tags: { team: 'a' } }));
    const certificate = new X509Certificate(made.pemEncodedCertificate!);
    expect(certificate.subject).toContain('CN=ApiGateway');
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
    expect(new Date(certificate.validTo)).toEqual(made.expirationDate);
    expect(made.expirationDate!.getTime() - made.createdDate!.getTime()).toBe(365 * 86_400_000);
    expect(JSON.stringify(made)).not.toContain('PRIVATE');
    const [row] = await system.app.get(DataSource).query('select sealed_private_key from client_certificates where id = $1', [made.clientCertificateId]) as { sealed_private_key: string }[];
    expect(row!.sealed_private_key).not.toContain('PRIVATE');
    const pem = system.app.get(Vault, { strict: false }).unseal(row!.sealed_private_key, made.clientCertificateId!);
    expect(certificate.checkPrivateKey(createPrivateKey(pem))).toBe(true);
    expect(await send(new GetClientCertificateCommand({ clientCertificateId: made.clientCertificateId }))).toMatchObject({ description: 'to the backend', tags: { team: 'a' }, pemEncodedCertificate: made.pemEncodedCertificate });
  });

  it('GetClientCertificates · comes in pages', async () => {
    const seen: string[] = [];
    let position: string | undefined;
    do {
      const page = await send(new GetClientCertificatesCommand({ limit: 1, ...(position && { position }) }));
      expect(page.items).toHaveLength(1);
      seen.push(page.items![0]!.clientCertificateId!);
      position = page.position;
    } while (position);
    expect(seen.length).toBeGreaterThan(1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('DeleteClientCertificate · a stage uses it · 400, until the stage lets go of it', async () => {
    const { restApiId } = await newMockApi(system);
    await send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    const { clientCertificateId } = await send(new GenerateClientCertificateCommand({}));
    await send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/clientCertificateId', value: clientCertificateId! }] }));
    await expect(send(new DeleteClientCertificateCommand({ clientCertificateId }))).rejects.toEqual(badRequest(`Client certificate is in use by stages: ${restApiId}:prod`));
    await send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/clientCertificateId', value: '' }] }));
    await send(new DeleteClientCertificateCommand({ clientCertificateId }));
    await expect(send(new GetClientCertificateCommand({ clientCertificateId }))).rejects.toEqual(notFound(NOBODY));
  });

  it('UpdateStage · a certificate that nobody made · 400', async () => {
    const { restApiId } = await newMockApi(system);
    await send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
    await expect(send(new UpdateStageCommand({ restApiId, stageName: 'prod', patchOperations: [{ op: 'replace', path: '/clientCertificateId', value: 'nobody' }] }))).rejects.toMatchObject({ name: 'BadRequestException' });
  });
});
