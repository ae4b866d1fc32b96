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

/** What a limit is set on: a method, and the key of its entry where it has one, since an entry answers only to its own spelling. */
export interface Target {
  readonly path: string;
  readonly method: string;
  readonly key?: string;
}

/** `*` + `/*`, or a path and method as a patch writes them: `/~1pets~1{petId}/GET`. */
const patchPath = ({ path, method, key }: Target): string => {
  if (key !== undefined) return `/${key}`;
  return path === '*' ? '/*/*' : `/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
};

/** What turns one throttle into another. Switching it off removes the entry, and with it the entry's other settings. */
export function changeThrottle(
  place: { readonly restApiId: string; readonly stageName: string },
  target: Target,
  base: ThrottleDraft,
  after: ThrottleDraft,
): readonly Call[] {
  const path = patchPath(target);
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
export interface MethodLimit extends Target {
  readonly own: Setting | undefined;
}

const bare = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~').replace(/^\/+/, '');
const isEscaped = (key: string): number => Number(key.startsWith('~1'));

/** Every deployed method with its own setting, and every setting whose method is deployed no more. Of several spellings the escaped one holds. */
export function methodLimits(summary: Readonly<Record<string, object>>, settings: Stage['methodSettings']): readonly MethodLimit[] {
  const own = new Map(
    Object.entries(settings ?? {})
      .filter(([key]) => key !== STAGE_WIDE)
      .sort(([a], [b]) => isEscaped(a) - isEscaped(b))
      .map(([key, setting]) => [bare(key), { key, own: setting }]),
  );
  const deployed = Object.entries(summary).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => ({ path, method, own: undefined, ...own.get(bare(`${path}/${method}`)) })),
  );
  const known = new Set(deployed.map(({ path, method }) => bare(`${path}/${method}`)));
  const orphans = [...own]
    .filter(([route]) => !known.has(route))
    .map(([route, entry]) => ({ path: `/${route.split('/').slice(0, -1).join('/')}`, method: route.split('/').at(-1) ?? '', ...entry }));
  return [...deployed, ...orphans].sort(
    (a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }) || a.method.localeCompare(b.method),
  );
}
