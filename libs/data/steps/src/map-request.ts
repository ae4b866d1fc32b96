import type { RestRoute, Step } from '@gatehouse/data-exchange';
import { INTEGRATIONS, integrationOf } from '@gatehouse/data-integrations';

/** Turns the method request into what the integration is sent: template choice, parameter mappings, target. */
export const mapRequest: Step<RestRoute> = { name: 'mapRequest', build: (route, ports) => INTEGRATIONS[integrationOf(route).type].mapRequest(route, ports) };

/** Asks the backend, where there is one. */
export const invoke: Step<RestRoute> = { name: 'invoke', build: (route, ports) => INTEGRATIONS[integrationOf(route).type].invoke(route, ports) };

/** Turns the backend's answer into the method response. */
export const mapResponse: Step<RestRoute> = { name: 'mapResponse', build: (route, ports) => INTEGRATIONS[integrationOf(route).type].mapResponse(route, ports) };
