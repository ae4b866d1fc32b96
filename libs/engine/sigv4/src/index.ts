export { signingKey, type SignedMessage } from './canonical.js';
export { compare, isSigned, objectTo, readClaim, timestampOf, type Claim, type Refusal } from './verify.js';
