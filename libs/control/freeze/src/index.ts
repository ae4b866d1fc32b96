export { freezeAccount, freezeKey, freezePlan } from './access-book.js';
export { freezeRestApi } from './rest.js';
export { freezeStage } from './stage.js';
