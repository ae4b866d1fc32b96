import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A resource of a REST API. The root has no parent and no path part; `path` is kept beside them, so that nobody walks the tree to read it. */
@Entity('resources')
export class ResourceRow extends Row {
  @PrimaryColumn({ name: 'rest_api_id', type: 'text' }) restApiId!: string;
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ name: 'parent_id', type: 'text', nullable: true }) parentId!: string | null;
  @Column({ name: 'path_part', type: 'text', nullable: true }) pathPart!: string | null;
  @Column({ type: 'text' }) path!: string;
}
