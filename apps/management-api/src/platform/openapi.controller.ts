import { Controller, Get, Injectable, UseGuards } from '@nestjs/common';
import { ApiTags, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { Action, PlatformGuard } from './platform.guard.js';
import { VERSION } from './version.js';

/** Holds the document of our own REST, which can only be made when the app is whole. */
@Injectable()
export class OpenApi {
  #document: OpenAPIObject | null = null;

  describe(app: INestApplication): void {
    const config = new DocumentBuilder().setTitle('Gatehouse').setVersion(VERSION)
      .setDescription("What Gatehouse adds to Amazon API Gateway's own calls. AWS's operations are described by AWS; they live at the root of the same address.")
      .addBearerAuth().addCookieAuth('gatehouse_session').build();
    this.#document = SwaggerModule.createDocument(app, config, { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}` });
  }

  get document(): OpenAPIObject | null {
    return this.#document;
  }
}

/** Tells what our own REST offers, to whoever is signed in. */
@ApiTags('about')
@Controller('api/v1/openapi.json')
@UseGuards(PlatformGuard)
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get() @Action('gatehouse:GetInfo')
  read(): OpenAPIObject | null {
    return this.openApi.document;
  }
}
