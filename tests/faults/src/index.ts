export { Fleet, type FleetGateway, type FleetOptions } from './fleet.js';
export { Program, quantile } from './program.js';
