export { Gateway, type GatewayWorld } from './gateway.js';
export { systemClock } from './ports/system-clock.js';
export { type ApplyResult } from './switchboard.js';
