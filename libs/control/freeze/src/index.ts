export { freezeAccount, freezeKey, freezePlan } from './access-book.js';
export { freezeRestApi } from './rest.js';
export { freezeStage } from './stage.js';
export { freezeDomain, freezeVpcLink, TARGET_TAG } from './host-book.js';
