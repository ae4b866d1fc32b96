import CodeEditor, { type CodeEditorProps } from '@cloudscape-design/components/code-editor';
import ace from 'ace-builds/src-noconflict/ace';
import 'ace-builds/css/ace.css';
import 'ace-builds/css/theme/cloud_editor.css';
import 'ace-builds/css/theme/cloud_editor_dark.css';
import 'ace-builds/src-noconflict/ext-language_tools';
import 'ace-builds/src-noconflict/mode-json';
import 'ace-builds/src-noconflict/mode-velocity';
import 'ace-builds/src-noconflict/mode-yaml';
import 'ace-builds/src-noconflict/snippets/css';
import 'ace-builds/src-noconflict/snippets/javascript';
import 'ace-builds/src-noconflict/snippets/velocity';
import 'ace-builds/src-noconflict/theme-cloud_editor';
import 'ace-builds/src-noconflict/theme-cloud_editor_dark';
import jsonWorkerUrl from 'ace-builds/src-noconflict/worker-json?url';
import yamlWorkerUrl from 'ace-builds/src-noconflict/worker-yaml?url';
import { useState, useSyncExternalStore } from 'react';

ace.config.set('useStrictCSP', true);
ace.config.set('loadWorkerFromBlob', false);
ace.config.setDefaultValue('renderer', 'showPrintMargin', false);
ace.config.setModuleUrl('ace/mode/json_worker', jsonWorkerUrl);
ace.config.setModuleUrl('ace/mode/yaml_worker', yamlWorkerUrl);

/** What an editor colours and, for JSON and YAML, looks over. */
export type Language = 'velocity' | 'json' | 'yaml';

const isDarkNow = (): boolean => document.body.classList.contains('awsui-dark-mode');
/** The theme may be switched while an editor is open. */
function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { attributeFilter: ['class'] });
  return () => observer.disconnect();
}

interface AceEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly language?: Language;
  /** Height in pixels. */
  readonly height?: number;
}

/** An editor with the colours of its language. */
export default function AceEditor({ value, onChange, label, language = 'velocity', height = 180 }: AceEditorProps) {
  const [preferences, setPreferences] = useState<CodeEditorProps.Preferences>({ theme: 'cloud_editor', wrapLines: true });
  const isDark = useSyncExternalStore(onThemeChange, isDarkNow);
  return (
    <CodeEditor
      ace={ace}
      value={value}
      language={language}
      ariaLabel={label}
      editorContentHeight={height}
      loading={false}
      preferences={{ ...preferences, theme: isDark ? 'cloud_editor_dark' : 'cloud_editor' }}
      themes={{ light: ['cloud_editor'], dark: ['cloud_editor_dark'] }}
      onPreferencesChange={({ detail }) => setPreferences(detail)}
      onDelayedChange={({ detail }) => onChange(detail.value)}
    />
  );
}
