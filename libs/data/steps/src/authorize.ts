import { Unbuildable, type RestRoute, type Step } from '@gatehouse/data-exchange';

/** Refuses what the api's resource policy denies. No policy is read yet, so an api that has one serves nobody rather than everybody. */
export const refuseByPolicy: Step<RestRoute> = {
  name: 'refuseByPolicy',
  build({ api }) {
    if (api.policy === null || api.policy === '') return null;
    throw new Unbuildable('resource policies are not supported yet');
  },
};

/** Lets in whom the method's authorizer lets in. Only NONE is known yet, so a method that asks for more serves nobody rather than everybody. */
export const authorize: Step<RestRoute> = {
  name: 'authorize',
  build({ method }) {
    if (method.authorizationType === 'NONE' || method.authorizationType === '') return null;
    throw new Unbuildable(`authorization ${method.authorizationType} is not supported yet`);
  },
};
