import { Injectable } from '@nestjs/common';
import { type GetTagsRequest, type TagResourceRequest, type Tags, type UntagResourceRequest } from '@gatehouse/contract-wire';
import { type Row, updateRow } from '@gatehouse/control-store';
import { type FindOptionsWhere } from 'typeorm';
import { checkTags } from '../tag-rules.js';
import { scopeOf, type V1UseCase } from '../use-case.js';
import { type Taggable, taggableOf } from './taggable.js';

type Tagged = Row & { tags: Readonly<Record<string, string>> };

@Injectable()
export class TagsService {
  async get({ resourceArn }: GetTagsRequest, useCase: V1UseCase): Promise<Tags> {
    const target = taggableOf(resourceArn, useCase);
    const row = await useCase.manager.findOneBy(target.entity, whereOf(target, useCase));
    if (!row) throw target.missing;
    return { tags: row.tags };
  }

  /** Adds to the tags that are there; a key that exists gets the new value. */
  tag({ resourceArn, tags }: TagResourceRequest, useCase: V1UseCase): Promise<void> {
    return change(resourceArn, useCase, before => checkTags({ ...before, ...tags }));
  }

  untag({ resourceArn, tagKeys }: UntagResourceRequest, useCase: V1UseCase): Promise<void> {
    return change(resourceArn, useCase, before => Object.fromEntries(Object.entries(before).filter(([key]) => !tagKeys.includes(key))));
  }
}

const whereOf = ({ where }: Taggable, useCase: V1UseCase): FindOptionsWhere<Tagged> => ({ ...scopeOf(useCase), ...where });

async function change(resourceArn: string, useCase: V1UseCase, next: (tags: Tagged['tags']) => Tagged['tags']): Promise<void> {
  const target = taggableOf(resourceArn, useCase);
  const row = await useCase.manager.findOne(target.entity, { where: whereOf(target, useCase), lock: { mode: 'for_no_key_update' } });
  if (!row) throw target.missing;
  const tags = next(row.tags);
  target.check?.(tags);
  await updateRow(useCase.manager, target.entity, row, { tags }, useCase.now);
  target.changed?.();
}
