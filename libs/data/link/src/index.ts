export { ControlClient, ControlRefusal } from './control-client.js';
export { GatewayIdentity, pause } from './identity.js';
export { LastGood, type Pointers } from './last-good.js';
export { Pull, type Board, type BoardChange, type BoardWarning, type Failure, type PullEvents } from './pull.js';
