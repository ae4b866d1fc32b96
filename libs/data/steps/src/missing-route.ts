import { fault, GatewayFault, NOWHERE, type StageRoute, type Step } from '@gatehouse/data-exchange';

/** No such path or method: a caller learns that it has no token for it, never that it does not exist. */
export const missingRoute: Step<StageRoute> = {
  name: 'missingRoute',
  build: () => () => { throw fault('MISSING_AUTHENTICATION_TOKEN'); },
};

/** The api's default endpoint is switched off: 403 Forbidden, whatever the path. */
export const disabledEndpoint: Step<StageRoute> = {
  name: 'disabledEndpoint',
  build: () => () => { throw new GatewayFault(NOWHERE); },
};
