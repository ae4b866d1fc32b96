/** The identifiers of what a tour has made, so that later steps can name it. */
export interface World {
  restApiId: string; rootId: string; importedId: string; resourceId: string; otherResourceId: string; authorizerId: string; requestValidatorId: string; documentationPartId: string; deploymentId: string; spareDeploymentId: string;
  clientCertificateId: string; apiKey: string; importedKey: string; usagePlanId: string; privateDomainId: string; privateDomainArn: string; vpcLinkId: string;
}

/** Nothing is made yet: every name is a word that names nothing. */
export const emptyWorld = (): World => ({
  restApiId: 'nobody', rootId: 'nobody', importedId: 'nobody', resourceId: 'nobody', otherResourceId: 'nobody', authorizerId: 'nobody', requestValidatorId: 'nobody', documentationPartId: 'nobody', deploymentId: 'nobody', spareDeploymentId: 'nobody',
  clientCertificateId: 'nobody', apiKey: 'nobody', importedKey: 'nobody', usagePlanId: 'nobody', privateDomainId: 'nobody', privateDomainArn: 'arn:aws:apigateway:us-east-1:123456789012:/domainnames/tour.private.example.com+nobody', vpcLinkId: 'nobody',
});

export const DOMAIN = 'tour.example.com';
export const PRIVATE_DOMAIN = 'tour.private.example.com';
export const ENDPOINT = 'vpce-0a1b2c3d';
export const OTHER_ENDPOINT = 'vpce-9f8e7d6c';
export const ACCOUNT = '123456789012';
/** The ARN of the access that an endpoint has to the private domain. */
export const associationArn = (endpoint: string): string => `arn:aws:apigateway:us-east-1:${ACCOUNT}:/domainnameaccessassociations/domainname/${PRIVATE_DOMAIN}/vpcesource/${endpoint}`;
export const apiArn = (restApiId: string): string => `arn:aws:apigateway:us-east-1::/restapis/${restApiId}`;
export const LAMBDA_URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${ACCOUNT}:function:auth/invocations`;
export const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}';
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
export const today = (): string => new Date().toISOString().slice(0, 10);
/** A small document that imports without a warning. */
export const PETS = JSON.stringify({ swagger: '2.0', info: { title: 'imported', version: '1' }, paths: { '/pets': { get: { responses: { 200: { description: 'ok' } }, 'x-amazon-apigateway-integration': { type: 'mock', requestTemplates: { 'application/json': '{"statusCode":200}' } } } } } });
