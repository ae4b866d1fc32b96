import type { TestProject } from 'vitest/node';
import { dispose, startProduct, type Reach } from './product.js';

declare module 'vitest' {
  export interface ProvidedContext { system: Reach }
}

/** One whole product for the run. Specs make their own APIs in it; those that kill things start their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  const { managementUrl, gatewaysUrl, gatewayUrl, privateUrl, petstoreUrl, region, userName, password, credentialsFile, accessKeyId, secretAccessKey, dataDir } = product;
  project.provide('system', { managementUrl, gatewaysUrl, gatewayUrl, privateUrl, petstoreUrl, region, userName, password, credentialsFile, accessKeyId, secretAccessKey, dataDir });
  return () => dispose(product);
}
