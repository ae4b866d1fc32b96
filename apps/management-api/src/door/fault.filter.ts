import { type ServerResponse } from 'node:http';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { newRequestId } from '@gatehouse/contract-primitives';
import { faultAnswer, faultOfError } from '@gatehouse/control-operation';
import { type DoorRequest } from './raw-request.js';

/** Writes what our own controllers throw in the same dress as AWS's faults; errors that nobody foresaw are logged and told without detail. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(private readonly onUnexpected: (error: unknown) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<DoorRequest>();
    const response = host.switchToHttp().getResponse<ServerResponse>();
    const requestId = request.rawRequest?.requestId ?? newRequestId();
    if (response.headersSent) return void response.end();
    if (error instanceof HttpException) {
      const told = error.getResponse();
      response.writeHead(error.getStatus(), { 'Content-Type': 'application/json', 'x-amzn-RequestId': requestId });
      response.end(JSON.stringify(typeof told === 'string' ? { message: told } : told));
      return;
    }
    const { fault, isExpected } = faultOfError(error);
    if (!isExpected) this.onUnexpected(error);
    const answer = faultAnswer(fault, requestId);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }
}
