import { Controller } from '@nestjs/common';
import { type GetTagsRequest, type TagResourceRequest, type UntagResourceRequest, V1 } from '@gatehouse/contract-wire';
import { Operation } from '@gatehouse/control-operation';
import { type V1UseCase } from '../use-case.js';
import { TagsService } from './tags.service.js';

@Controller()
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  @Operation(V1.GetTags) get(input: GetTagsRequest, useCase: V1UseCase) { return this.tags.get(input, useCase); }
  @Operation(V1.TagResource) tag(input: TagResourceRequest, useCase: V1UseCase) { return this.tags.tag(input, useCase); }
  @Operation(V1.UntagResource) untag(input: UntagResourceRequest, useCase: V1UseCase) { return this.tags.untag(input, useCase); }
}
