/** Which method of which API: the path members that every one of its operations takes. */
export interface MethodPlace {
  readonly restApiId: string;
  readonly resourceId: string;
  readonly httpMethod: string;
}
