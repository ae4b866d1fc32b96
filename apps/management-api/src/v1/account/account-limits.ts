/** The limits that hold over all stages of the account in a region, as the settings name them. */
export abstract class AccountLimits {
  abstract readonly rateLimit: number;
  abstract readonly burstLimit: number;
}
