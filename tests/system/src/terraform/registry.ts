import { type Resource } from './resource.js';
import { account } from './resources/account.js';
import { apiKey } from './resources/api-key.js';
import { apiResource } from './resources/api-resource.js';
import { authorizer } from './resources/authorizer.js';
import { basePathMapping } from './resources/base-path-mapping.js';
import { clientCertificate } from './resources/client-certificate.js';
import { deployment } from './resources/deployment.js';
import { documentationPart, documentationVersion } from './resources/documentation.js';
import { domainName } from './resources/domain-name.js';
import { domainNameAccessAssociation } from './resources/domain-name-access-association.js';
import { domainNameShare } from './resources/domain-name-share.js';
import { gatewayResponse } from './resources/gateway-response.js';
import { integration } from './resources/integration.js';
import { integrationResponse } from './resources/integration-response.js';
import { method } from './resources/method.js';
import { methodResponse } from './resources/method-response.js';
import { methodSettings } from './resources/method-settings.js';
import { model } from './resources/model.js';
import { requestValidator } from './resources/request-validator.js';
import { restApi } from './resources/rest-api.js';
import { restApiPolicy, restApiPut } from './resources/rest-api-parts.js';
import { stage } from './resources/stage.js';
import { usagePlan } from './resources/usage-plan.js';
import { usagePlanKey } from './resources/usage-plan-key.js';
import { vpcLink } from './resources/vpc-link.js';

/** The provider's resources for REST APIs. */
export const RESOURCES = {
  account, apiKey, apiResource, authorizer, basePathMapping, clientCertificate, deployment, documentationPart, documentationVersion, domainName, domainNameAccessAssociation, domainNameShare, gatewayResponse, integration,
  integrationResponse, method, methodResponse, methodSettings, model, requestValidator, restApi, restApiPolicy, restApiPut, stage, usagePlan, usagePlanKey, vpcLink,
} satisfies Readonly<Record<string, Resource>>;
