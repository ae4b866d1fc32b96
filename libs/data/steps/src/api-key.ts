import { headerOf } from '@gatehouse/contract-text';
import { fault, type RestRoute, type Step } from '@gatehouse/data-exchange';

/** Finds what the presented key may do on this stage. A missing, unknown or disabled key and one without a plan here are told alike. */
export const apiKey: Step<RestRoute> = {
  name: 'apiKey',
  build({ api, stage, method }, { keys }) {
    if (!method.apiKeyRequired) return null;
    // Only an authorizer could bring the key then, and a method without one has none to bring.
    if (api.apiKeySource === 'AUTHORIZER') return () => { throw fault('INVALID_API_KEY'); };
    return x => {
      const presented = headerOf(x.inbound.headers, 'x-api-key');
      const grant = presented === null ? null : keys.find(presented, stage);
      if (grant === null) throw fault('INVALID_API_KEY');
      x.grant = grant;
    };
  },
};
