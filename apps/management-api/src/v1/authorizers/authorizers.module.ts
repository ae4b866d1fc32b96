import { Module } from '@nestjs/common';
import { AuthorizerInvoker, UnreachableAuthorizers } from './authorizer-invoker.js';
import { AuthorizersController } from './authorizers.controller.js';
import { AuthorizersService } from './authorizers.service.js';
import { TestInvokeAuthorizerService } from './test-invoke-authorizer.service.js';

@Module({
  controllers: [AuthorizersController],
  providers: [AuthorizersService, TestInvokeAuthorizerService, { provide: AuthorizerInvoker, useClass: UnreachableAuthorizers }],
})
export class AuthorizersModule {}
