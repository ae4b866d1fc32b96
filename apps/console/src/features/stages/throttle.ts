import { prepare, V1, type Call, type PatchOperation, type Stage } from '@gatehouse/client-calls';
import type { ThrottleDraft } from '../../shared/forms/throttle-form';

/** The key of the settings that hold for every method of a stage. */
export const STAGE_WIDE = '*/*';
type Setting = NonNullable<Stage['methodSettings']>[string];

/** Minus one is how AWS writes "no limit here". */
export const isThrottled = (setting: Setting | undefined): boolean =>
  (setting?.throttlingRateLimit ?? -1) >= 0 && (setting?.throttlingBurstLimit ?? -1) >= 0;

/** An entry without both figures is shown as switched off. */
export const draftOfThrottle = (setting: Setting | undefined): ThrottleDraft =>
  isThrottled(setting)
    ? { isOn: true, rate: String(setting?.throttlingRateLimit), burst: String(setting?.throttlingBurstLimit) }
    : { isOn: false, rate: '', burst: '' };

/** "100/s, burst 200". */
export const throttleText = (setting: Setting | undefined): string =>
  isThrottled(setting) ? `${setting?.throttlingRateLimit}/s, burst ${setting?.throttlingBurstLimit}` : 'account limits';

/** `*` + `/*`, or a path and method as a patch writes them: `/~1pets~1{petId}/GET`. */
const patchPath = (path: string, method: string): string =>
  path === '*' ? '/*/*' : `/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;

/** What turns one throttle into another. Switching it off removes the entry, and with it the entry's other settings. */
export function changeThrottle(
  place: { readonly restApiId: string; readonly stageName: string },
  target: { readonly path: string; readonly method: string },
  base: ThrottleDraft,
  after: ThrottleDraft,
): readonly Call[] {
  const path = patchPath(target.path, target.method);
  const patchOperations: PatchOperation[] = after.isOn
    ? [
        ...(base.isOn && base.rate === after.rate
          ? []
          : [{ op: 'replace' as const, path: `${path}/throttling/rateLimit`, value: after.rate }]),
        ...(base.isOn && base.burst === after.burst
          ? []
          : [{ op: 'replace' as const, path: `${path}/throttling/burstLimit`, value: after.burst }]),
      ]
    : base.isOn
      ? [{ op: 'remove', path }]
      : [];
  return patchOperations.length > 0 ? [prepare(V1.UpdateStage, { ...place, patchOperations })] : [];
}

/** One line of the override table. */
export interface MethodLimit {
  readonly path: string;
  readonly method: string;
  readonly own: Setting | undefined;
}

const bare = (key: string): string => key.replace(/^\/+/, '');

/** Every deployed method with its own setting, and every setting whose method is deployed no more. */
export function methodLimits(summary: Readonly<Record<string, object>>, settings: Stage['methodSettings']): readonly MethodLimit[] {
  const own = new Map(
    Object.entries(settings ?? {})
      .filter(([key]) => key !== STAGE_WIDE)
      .map(([key, setting]) => [bare(key), setting]),
  );
  const deployed = Object.entries(summary).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => ({ path, method, own: own.get(bare(`${path}/${method}`)) })),
  );
  const known = new Set(deployed.map(({ path, method }) => bare(`${path}/${method}`)));
  const orphans = [...own]
    .filter(([key]) => !known.has(key))
    .map(([key, setting]) => ({ path: `/${key.split('/').slice(0, -1).join('/')}`, method: key.split('/').at(-1) ?? '', own: setting }));
  return [...deployed, ...orphans].sort(
    (a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }) || a.method.localeCompare(b.method),
  );
}
