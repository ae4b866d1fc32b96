export { ask, type Answer, type Ask } from './http.js';
export { Loader, type Load } from './load.js';
export { eventually, OwnRest, type Propagation } from './own-rest.js';
export { addMethod, client, deploy, keyWithPlan, newApi, putMethod, type MethodOptions, type PetApi } from './pet-api.js';
export { dispose, freePort, newDataDir, newPorts, startProduct, type Product, type Reach } from './product.js';
export { program } from './programs.js';
export { changed, changedEverywhere } from './revisions.js';
