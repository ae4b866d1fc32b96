/** A function's ARN, of which stage variables may fill any part; `$LATEST` is a version. */
const FUNCTION = String.raw`(?:[\w:-]|\$\{stageVariables\.\w+\}|\$LATEST)+`;
const INVOCATION = new RegExp(String.raw`^arn:aws[\w-]*:apigateway:([a-z]{2}(?:-[a-z]+)+-\d):lambda:path/2015-03-31/functions/(${FUNCTION})/invocations$`);
const LAMBDA_ARN = /^arn:aws[\w-]*:lambda:/;

/** Where an authorizer's function is called. */
export interface AuthorizerTarget { readonly region: string; readonly functionArn: string }

/** Reads the URI of a lambda authorizer, or answers null when it is none. What a stage variable names is only known when it is called. */
export function readTarget(uri: string): AuthorizerTarget | null {
  const [, region, functionArn] = INVOCATION.exec(uri) ?? [];
  if (region === undefined || functionArn === undefined) return null;
  return LAMBDA_ARN.test(functionArn) || functionArn.startsWith('${') ? { region, functionArn } : null;
}
