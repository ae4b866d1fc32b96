import { Injectable } from '@nestjs/common';
import { type TestInvocation, type TestInvocationAnswer } from '@gatehouse/contract-snapshot';
import { TestInvoker } from '../v1/methods/test-invoker.js';
import { GatewayJobs } from './gateway-jobs.js';

/** What a gateway may take beside the integration's own time limit. */
const SLACK_MS = 10_000;

/** Sends test calls down the feed of a live gateway. */
@Injectable()
export class GatewayTestInvoker extends TestInvoker {
  constructor(private readonly jobs: GatewayJobs) {
    super();
  }

  invoke(invocation: TestInvocation): Promise<TestInvocationAnswer> {
    const integration = invocation.api.resources[0]?.methods.find(method => method.httpMethod === invocation.httpMethod)?.integration;
    return this.jobs.ask(invocation, (integration?.timeoutInMillis ?? 0) + SLACK_MS);
  }
}
