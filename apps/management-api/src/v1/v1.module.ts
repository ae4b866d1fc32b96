import { Module } from '@nestjs/common';
import { DeploymentsModule } from './deployments/deployments.module.js';
import { IntegrationResponsesModule } from './integration-responses/integration-responses.module.js';
import { IntegrationsModule } from './integrations/integrations.module.js';
import { MethodResponsesModule } from './method-responses/method-responses.module.js';
import { MethodsModule } from './methods/methods.module.js';
import { ResourcesModule } from './resources/resources.module.js';
import { RestApisModule } from './rest-apis/rest-apis.module.js';
import { StagesModule } from './stages/stages.module.js';
import { AccountModule } from './account/account.module.js';
import { ApiKeysModule } from './api-keys/api-keys.module.js';
import { TagsModule } from './tags/tags.module.js';
import { UsageModule } from './usage/usage.module.js';
import { UsagePlanKeysModule } from './usage-plan-keys/usage-plan-keys.module.js';
import { UsagePlansModule } from './usage-plans/usage-plans.module.js';

/** The families of API Gateway's first API, one module each. */
@Module({ imports: [RestApisModule, ResourcesModule, MethodsModule, MethodResponsesModule, IntegrationsModule, IntegrationResponsesModule, DeploymentsModule, StagesModule, AccountModule, ApiKeysModule, TagsModule, UsageModule, UsagePlanKeysModule, UsagePlansModule] })
export class V1Module {}
