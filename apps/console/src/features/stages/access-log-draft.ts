import { prepare, V1, type Call, type PatchOperation, type Stage } from '@gatehouse/client-calls';
import { z } from 'zod';

/** The form of a stage's access log. */
export interface AccessLogDraft {
  readonly isOn: boolean;
  readonly destinationArn: string;
  readonly format: string;
}

const NAMES = {
  requestId: 'requestId',
  ip: 'identity.sourceIp',
  requestTime: 'requestTime',
  httpMethod: 'httpMethod',
  resourcePath: 'resourcePath',
  status: 'status',
  protocol: 'protocol',
  responseLength: 'responseLength',
  responseLatency: 'responseLatency',
};

const json = Object.entries(NAMES)
  .map(([name, variable]) => `"${name}":"$context.${variable}"`)
  .join(', ');
const clf = [
  '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime]',
  '"$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId',
].join(' ');
const csv = ['identity.sourceIp', 'requestTime', 'httpMethod', 'resourcePath', 'protocol', 'status', 'responseLength', 'requestId']
  .map(variable => `$context.${variable}`)
  .join(',');
const xml = Object.entries(NAMES)
  .filter(([name]) => name !== 'requestId')
  .map(([name, variable]) => `<${name}>$context.${variable}</${name}>`)
  .join(' ');

/** The four forms of a line that AWS's console offers. */
export const FORMATS: ReadonlyArray<{ readonly id: string; readonly text: string; readonly format: string }> = [
  { id: 'json', text: 'JSON', format: `{ ${json} }` },
  { id: 'clf', text: 'CLF', format: clf },
  { id: 'csv', text: 'CSV', format: csv },
  { id: 'xml', text: 'XML', format: `<request id="$context.requestId"> ${xml} </request>` },
];

/** AWS's two rules for a format: one line, with a request id in it. */
export const AccessLogForm = z
  .object({ isOn: z.boolean(), destinationArn: z.string(), format: z.string() })
  .superRefine((draft, context) => {
    if (!draft.isOn) return;
    if (!draft.destinationArn.startsWith('arn:'))
      context.addIssue({ code: 'custom', path: ['destinationArn'], message: 'The ARN of a log group or delivery stream.' });
    if (!/\$context\.(requestId|extendedRequestId)\b/.test(draft.format))
      context.addIssue({
        code: 'custom',
        path: ['format'],
        message: 'The line must hold $context.requestId or $context.extendedRequestId.',
      });
    if (/[\r\n]/.test(draft.format)) context.addIssue({ code: 'custom', path: ['format'], message: 'One line, without line breaks.' });
  });

/** A stage without a destination has no access log. */
export const draftOfAccessLog = ({ accessLogSettings: log }: Stage): AccessLogDraft => ({
  isOn: Boolean(log?.destinationArn ?? log?.format),
  destinationArn: log?.destinationArn ?? '',
  format: log?.format ?? '',
});

/** What turns one access log setting into another; nothing when they are equal. */
export function changeAccessLog(
  place: { readonly restApiId: string; readonly stageName: string },
  base: AccessLogDraft,
  after: AccessLogDraft,
): readonly Call[] {
  const patchOperations: PatchOperation[] = after.isOn
    ? (['destinationArn', 'format'] as const)
        .filter(member => !base.isOn || base[member] !== after[member])
        .map(member => ({ op: 'replace', path: `/accessLogSettings/${member}`, value: after[member] }))
    : base.isOn
      ? [{ op: 'remove', path: '/accessLogSettings' }]
      : [];
  return patchOperations.length > 0 ? [prepare(V1.UpdateStage, { ...place, patchOperations })] : [];
}
