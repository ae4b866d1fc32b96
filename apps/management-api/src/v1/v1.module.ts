import { Module } from '@nestjs/common';
import { DocumentationPartsModule } from './documentation-parts/documentation-parts.module.js';
import { DocumentationVersionsModule } from './documentation-versions/documentation-versions.module.js';
import { AuthorizersModule } from './authorizers/authorizers.module.js';
import { GatewayResponsesModule } from './gateway-responses/gateway-responses.module.js';
import { ModelsModule } from './models/models.module.js';
import { RequestValidatorsModule } from './request-validators/request-validators.module.js';
import { ClientCertificatesModule } from './client-certificates/client-certificates.module.js';
import { BasePathMappingsModule } from './base-path-mappings/base-path-mappings.module.js';
import { DomainNameAccessAssociationsModule } from './domain-name-access-associations/domain-name-access-associations.module.js';
import { DomainNamesModule } from './domain-names/domain-names.module.js';
import { VpcLinksModule } from './vpc-links/vpc-links.module.js';
import { DeploymentsModule } from './deployments/deployments.module.js';
import { ExportsModule } from './exports/exports.module.js';
import { IntegrationResponsesModule } from './integration-responses/integration-responses.module.js';
import { IntegrationsModule } from './integrations/integrations.module.js';
import { MethodResponsesModule } from './method-responses/method-responses.module.js';
import { MethodsModule } from './methods/methods.module.js';
import { ResourcesModule } from './resources/resources.module.js';
import { RestApisModule } from './rest-apis/rest-apis.module.js';
import { SdksModule } from './sdks/sdks.module.js';
import { StageCachesModule } from './stage-caches/stage-caches.module.js';
import { StagesModule } from './stages/stages.module.js';
import { AccountModule } from './account/account.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { TagsModule } from './tags/tags.module.js';
import { UsageModule } from './usage/usage.module.js';
import { UsagePlanKeysModule } from './usage-plan-keys/usage-plan-keys.module.js';
import { UsagePlansModule } from './usage-plans/usage-plans.module.js';

/** The families of API Gateway's first API, one module each. */
@Module({ imports: [SdksModule, DocumentationPartsModule, DocumentationVersionsModule, DomainNamesModule, BasePathMappingsModule, DomainNameAccessAssociationsModule, VpcLinksModule, AuthorizersModule, ModelsModule, RequestValidatorsModule, GatewayResponsesModule, ClientCertificatesModule, StageCachesModule, RestApisModule, ResourcesModule, MethodsModule, MethodResponsesModule, IntegrationsModule, IntegrationResponsesModule, DeploymentsModule, ExportsModule, StagesModule, AccountModule, ApiKeysModule, TagsModule, UsageModule, UsagePlanKeysModule, UsagePlansModule] })
export class V1Module {}
