import { parseArn } from '@gatehouse/contract-primitives';
import { type PatchOperation } from '@gatehouse/contract-wire';
import { custom, decimal, flag, oneOf, PatchRefused, patchTable, remove, replace, text, textOrNull, type Codec, type PatchRows, type Wording } from '@gatehouse/engine-patch';
import { type CanaryColumn, type StageFields } from '@gatehouse/control-store';
import { type Draft, patched } from '../patching.js';
import { DEFAULT_METHOD_SETTINGS, keyInOneSegment, METHOD_SETTINGS, namesMethod } from './method-settings.js';
import * as faults from './stages.faults.js';

/** What UpdateStage may change. */
export type StageDraft = Draft<StageFields> & { deploymentId: string };

/** Everything that is no path of a stage reads as a method setting; what a remove cannot find is a setting that is not there. */
const WORDING: Wording = {
  unknownPath: ({ op, path, from }) => {
    if (op === 'copy') return faults.badCopy(path, from);
    if (op === 'remove' && path) return faults.noMethodSetting(path.slice(1));
    return faults.badSettingPath(path);
  },
  wrongVerb: ({ op, path, from }) => {
    if (op === 'copy') return faults.badCopy(path, from);
    if (op === 'add') return faults.badAdd(path);
    if (op === 'remove' && path) return faults.noMethodSetting(path.slice(1));
    return faults.badSettingPath(path);
  },
};

const SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const;

const logValue = (check: (value: string) => void): Codec<string> => raw => {
  if (!raw) throw new PatchRefused(faults.EMPTY_LOG_VALUE);
  check(raw);
  return raw;
};
const logArn = logValue(arn => { if (!parseArn(arn)) throw new PatchRefused(faults.badLogArn(arn)); });
const logFormat = logValue(() => undefined);

/** A log setting that is written brings its sibling into being, absent. */
const setLog = (verb: 'add' | 'replace', member: 'destinationArn' | 'format', read: Codec<string>) => custom<StageDraft>(verb, (draft, { operation }) => {
  draft.accessLogSettings = { destinationArn: null, format: null, ...draft.accessLogSettings, [member]: read(operation.value) };
});

/** A canary setting that is written makes the canary: no traffic, and the stage's own deployment. */
const setCanary = (change: (canary: Draft<CanaryColumn>, value: string | undefined, name: string) => void) => custom<StageDraft>('replace', (draft, { operation, holes }) => {
  const canary = { percentTraffic: 0, deploymentId: draft.deploymentId, stageVariableOverrides: {}, useStageCache: false, ...draft.canarySettings };
  change(canary, operation.value, holes['name'] ?? '');
  draft.canarySettings = canary;
});

const promote = (from: string, take: (draft: StageDraft, canary: CanaryColumn) => void) => custom<StageDraft>('copy', (draft, { operation }) => {
  if (operation.from !== from) throw new PatchRefused(faults.badCopy(operation.path, operation.from));
  if (!draft.canarySettings) throw new PatchRefused(faults.NO_CANARY);
  take(draft, draft.canarySettings);
});

/** A whole map comes as JSON text. */
const mapOfText: Codec<Readonly<Record<string, string>>> = raw => {
  let map: unknown;
  try {
    map = JSON.parse(raw || '{}');
  } catch (cause) {
    throw new PatchRefused(faults.badValue('a map of variables'), 'invalid', { cause });
  }
  if (typeof map !== 'object' || map === null || Array.isArray(map) || !Object.values(map).every(value => typeof value === 'string')) throw new PatchRefused(faults.badValue('a map of variables'));
  return map as Record<string, string>;
};

const percent = decimal(0, 100, faults.BAD_PERCENT);
const cacheSwitch = flag(faults.badValue('/canarySettings/useStageCache'));
const withEntry = (map: Readonly<Record<string, string>>, name: string, value: string): Record<string, string> => Object.fromEntries([...Object.entries(map).filter(([key]) => key !== name), [name, value]]);
const withoutEntry = (map: Readonly<Record<string, string>>, name: string): Record<string, string> => Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));

const ROWS: PatchRows<StageDraft> = {
  '/deploymentId': [replace(text), promote('/canarySettings/deploymentId', (draft, canary) => { draft.deploymentId = canary.deploymentId; })],
  '/description': replace(textOrNull),
  '/cacheClusterEnabled': replace(flag(faults.badValue('/cacheClusterEnabled'))),
  '/cacheClusterSize': replace(oneOf(SIZES, faults.badValue('/cacheClusterSize'))),
  '/clientCertificateId': replace(textOrNull),
  '/documentationVersion': replace(textOrNull),
  '/tracingEnabled': replace(flag(faults.badValue('/tracingEnabled'))),
  '/accessLogSettings': remove(),
  '/accessLogSettings/destinationArn': [setLog('add', 'destinationArn', logArn), setLog('replace', 'destinationArn', logArn)],
  '/accessLogSettings/format': [setLog('add', 'format', logFormat), setLog('replace', 'format', logFormat)],
  '/accessLogSettings/{other}': custom('replace', () => { throw new PatchRefused(faults.BAD_LOG_PATH); }),
  '/variables': [
    replace(mapOfText), remove({ leaves: () => ({}) }),
    promote('/canarySettings/stageVariableOverrides', (draft, canary) => { draft.variables = { ...draft.variables, ...canary.stageVariableOverrides }; }),
  ],
  '/variables/{name}': [replace(text), remove()],
  '/canarySettings': remove(),
  '/canarySettings/percentTraffic': setCanary((canary, value) => { canary.percentTraffic = percent(value); }),
  '/canarySettings/deploymentId': setCanary((canary, value) => { canary.deploymentId = value ?? ''; }),
  '/canarySettings/useStageCache': setCanary((canary, value) => { canary.useStageCache = cacheSwitch(value); }),
  '/canarySettings/stageVariableOverrides': setCanary((canary, value) => { canary.stageVariableOverrides = mapOfText(value); }),
  '/canarySettings/stageVariableOverrides/{name}': [
    setCanary((canary, value, name) => { canary.stageVariableOverrides = withEntry(canary.stageVariableOverrides, name, value ?? ''); }),
    custom('remove', (draft, { holes }) => {
      if (draft.canarySettings) draft.canarySettings = { ...draft.canarySettings, stageVariableOverrides: withoutEntry(draft.canarySettings.stageVariableOverrides, holes['name'] ?? '') };
    }),
  ],
  '/{key}': custom('remove', (draft, { holes }) => {
    const key = holes['key'] ?? '';
    if (!Object.hasOwn(draft.methodSettings, key)) throw new PatchRefused(faults.noMethodSetting(key));
    draft.methodSettings = Object.fromEntries(Object.entries(draft.methodSettings).filter(([each]) => each !== key));
  }),
  ...Object.fromEntries(Object.entries(METHOD_SETTINGS).map(([setting, [member, read]]) => [
    `/{key}/${setting}`,
    custom<StageDraft>('replace', (draft, { operation, holes }) => {
      const key = holes['key'] ?? '';
      if (!namesMethod(key)) throw new PatchRefused(faults.badSettingPath(`/${key}/${setting}`));
      const present = Object.hasOwn(draft.methodSettings, key) ? draft.methodSettings[key] : undefined;
      draft.methodSettings = Object.fromEntries([
        ...Object.entries(draft.methodSettings).filter(([each]) => each !== key),
        [key, { ...DEFAULT_METHOD_SETTINGS, ...present, [member]: read(operation.value) }],
      ]);
    }),
  ])),
};

const table = patchTable<StageDraft>(ROWS, WORDING);

/** Applies UpdateStage's operations. */
export const patchStage = (draft: StageDraft, operations: readonly PatchOperation[] | undefined): StageDraft =>
  patched(table, draft, operations?.map(operation => ({ ...operation, path: keyInOneSegment(operation) })));
