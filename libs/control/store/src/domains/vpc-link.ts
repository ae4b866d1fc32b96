import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A VPC link: here, a private upstream under a name. */
@Entity('vpc_links')
export class VpcLinkRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ name: 'target_arns', type: 'jsonb' }) targetArns!: readonly string[];
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
