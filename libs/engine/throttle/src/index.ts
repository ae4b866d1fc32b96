export { book, emptySlice, giveBack, isLow, isOver, take, type QuotaGrant, type QuotaSlice, type Take } from './quota-slice.js';
export { drain, limitOf, newBucket, retune, shareOf, takeAll, waitMs, type Bucket, type BucketLimit } from './token-bucket.js';
