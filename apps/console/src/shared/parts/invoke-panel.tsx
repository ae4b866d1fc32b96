import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { V1 } from '@gatehouse/client-calls';
import { useDesk } from '../calls/desk';
import { useAnswer } from '../calls/queries';
import { curlOf, invokeUrls, sampleCall } from './invoke-url';

/** A text with a button that copies it. */
export function Copyable({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <span className="gh-copy">
      <CopyToClipboard
        variant="icon"
        textToCopy={text}
        copyButtonAriaLabel={`Copy ${label}`}
        copySuccessText="Copied"
        copyErrorText="Copying is not allowed here"
      />
      <span className="gh-mono">{text}</span>
    </span>
  );
}

/** Where a stage is called, and a command that calls something it serves. */
export function InvokePanel({
  restApiId,
  stageName,
  deploymentId,
}: {
  readonly restApiId: string;
  readonly stageName: string;
  readonly deploymentId: string;
}) {
  const { info } = useDesk();
  const deployment = useAnswer(V1.GetDeployment, { restApiId, deploymentId, embed: ['apisummary'] });
  const { byHost, byPath } = invokeUrls(info, restApiId, stageName);
  return (
    <KeyValuePairs
      columns={1}
      items={[
        { label: 'Invoke URL', value: <Copyable text={byHost} label="the invoke URL" /> },
        ...(byPath
          ? [
              {
                label: 'Invoke URL for clients that do not resolve *.localhost',
                value: <Copyable text={byPath} label="the invoke URL in path form" />,
              },
            ]
          : []),
        ...(deployment.data
          ? [
              {
                label: 'Try it',
                value: <Copyable text={curlOf(byPath ?? byHost, sampleCall(deployment.data.value.apiSummary))} label="the curl command" />,
              },
            ]
          : []),
      ]}
    />
  );
}
