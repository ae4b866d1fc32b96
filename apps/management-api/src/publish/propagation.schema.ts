/** JSON schema of PropagationController's answers, for the OpenAPI document. */
export const PROPAGATION = {
  type: 'object', required: ['revision', 'state', 'served', 'total', 'gateways'],
  properties: {
    revision: { type: 'integer' }, state: { type: 'string', enum: ['pending', 'applying', 'active', 'failed'] }, served: { type: 'integer' }, total: { type: 'integer' },
    gateways: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' }, name: { type: 'string' }, appliedRevision: { type: 'integer' }, state: { type: 'string', enum: ['applied', 'behind', 'failed'] }, reason: { type: 'string' } } } },
    deploymentId: { type: 'string' }, stages: { type: 'array', items: { type: 'string' } },
  },
};

/** The registered gateways of the last day. */
export const GATEWAYS = {
  type: 'object',
  properties: { gateways: { type: 'array', items: { type: 'object', properties: {
    id: { type: 'string' }, name: { type: 'string' }, version: { type: 'string' }, address: { type: 'string' }, live: { type: 'boolean' }, appliedRevision: { type: 'integer' },
    failures: { type: 'array', items: { type: 'object', properties: { pointer: { type: 'string' }, reason: { type: 'string' } } } }, lastHeartbeatAt: { type: 'string', format: 'date-time', nullable: true },
  } } } },
};
