import { ClientCertificateRow, DocumentationVersionRow, type StageFields } from '@gatehouse/control-store';
import { scopeOf, type V1UseCase } from '../use-case.js';
import * as faults from './stages.faults.js';

type References = Pick<StageFields, 'clientCertificateId' | 'documentationVersion'>;

/** Refuses a stage that refers to a client certificate or a documentation version which is not there. What it referred to before is not asked again. */
export async function holdStageReferences(useCase: V1UseCase, restApiId: string, after: References, before: References | null = null): Promise<void> {
  const { clientCertificateId, documentationVersion } = after;
  const scope = scopeOf(useCase);
  if (clientCertificateId !== null && clientCertificateId !== before?.clientCertificateId) {
    if (!(await useCase.manager.existsBy(ClientCertificateRow, { ...scope, id: clientCertificateId }))) throw faults.noSuchCertificate();
  }
  if (documentationVersion !== null && documentationVersion !== before?.documentationVersion) {
    if (!(await useCase.manager.existsBy(DocumentationVersionRow, { ...scope, restApiId, documentationVersion }))) throw faults.noSuchDocumentationVersion();
  }
}
