export { ask, type Answer, type Ask } from './http.js';
export { dispose, newDataDir, newPorts, startProduct, type Product, type Reach } from './product.js';
export { program } from './programs.js';
