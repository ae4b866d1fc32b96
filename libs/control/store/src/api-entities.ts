import { AuthorizerRow } from './api/authorizer.js';
import { DeploymentRow } from './api/deployment.js';
import { DocumentationPartRow } from './api/documentation-part.js';
import { DocumentationVersionRow } from './api/documentation-version.js';
import { GatewayResponseRow } from './api/gateway-response.js';
import { IntegrationResponseRow } from './api/integration-response.js';
import { IntegrationRow } from './api/integration.js';
import { MethodResponseRow } from './api/method-response.js';
import { MethodRow } from './api/method.js';
import { ModelRow } from './api/model.js';
import { RequestValidatorRow } from './api/request-validator.js';
import { ResourceRow } from './api/resource.js';
import { RestApiRow } from './api/rest-api.js';
import { StageRow } from './api/stage.js';

/** The tables of REST APIs. */
export const API_ENTITIES = [
  RestApiRow, ResourceRow, MethodRow, MethodResponseRow, IntegrationRow, IntegrationResponseRow, ModelRow, RequestValidatorRow, GatewayResponseRow, AuthorizerRow, DocumentationPartRow, DocumentationVersionRow,
  DeploymentRow, StageRow,
];
