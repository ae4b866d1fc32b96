import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Row } from '../row.js';

/** A certificate that a gateway shows to backends. The private key is sealed and never leaves the control tower in clear. */
@Entity('client_certificates')
export class ClientCertificateRow extends Row {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) description!: string | null;
  @Column({ name: 'pem_encoded_certificate', type: 'text' }) pemEncodedCertificate!: string;
  @Column({ name: 'sealed_private_key', type: 'text' }) sealedPrivateKey!: string;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ type: 'jsonb' }) tags!: Readonly<Record<string, string>>;
}
