import { type TestInvocation, type TestInvocationAnswer } from '@gatehouse/contract-snapshot';

/** Port: has one gateway call a method of a draft, and answers what came of it. Throws a fault when no gateway can. */
export abstract class TestInvoker {
  abstract invoke(invocation: TestInvocation): Promise<TestInvocationAnswer>;
}
