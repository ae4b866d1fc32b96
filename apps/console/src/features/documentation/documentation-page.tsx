import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { PartList } from './part-list';
import { VersionList } from './version-list';

/** C-18: what the owner says of an API, and what of it is published. */
export const DocumentationPage = ({ restApiId }: { readonly restApiId: string }) => (
  <SpaceBetween size="l">
    <Header variant="h1" description="Parts are the draft; a published version is what the exports of a stage say.">
      Documentation
    </Header>
    <PartList restApiId={restApiId} />
    <VersionList restApiId={restApiId} />
  </SpaceBetween>
);
