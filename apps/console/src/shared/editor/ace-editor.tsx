import CodeEditor, { type CodeEditorProps } from '@cloudscape-design/components/code-editor';
import ace from 'ace-builds/src-noconflict/ace';
import 'ace-builds/css/ace.css';
import 'ace-builds/css/theme/cloud_editor.css';
import 'ace-builds/css/theme/cloud_editor_dark.css';
import 'ace-builds/src-noconflict/ext-language_tools';
import 'ace-builds/src-noconflict/mode-json';
import 'ace-builds/src-noconflict/mode-velocity';
import 'ace-builds/src-noconflict/snippets/css';
import 'ace-builds/src-noconflict/snippets/javascript';
import 'ace-builds/src-noconflict/snippets/velocity';
import 'ace-builds/src-noconflict/theme-cloud_editor';
import 'ace-builds/src-noconflict/theme-cloud_editor_dark';
import { useState } from 'react';

ace.config.set('useStrictCSP', true);

interface AceEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
}

/** A template editor with the colours of the Velocity template language. */
export default function AceEditor({ value, onChange, label }: AceEditorProps) {
  const [preferences, setPreferences] = useState<CodeEditorProps.Preferences>({ theme: 'cloud_editor', wrapLines: true });
  const isDark = document.body.classList.contains('awsui-dark-mode');
  return (
    <CodeEditor
      ace={ace}
      value={value}
      language="velocity"
      ariaLabel={label}
      editorContentHeight={180}
      loading={false}
      preferences={{ ...preferences, theme: isDark ? 'cloud_editor_dark' : 'cloud_editor' }}
      themes={{ light: ['cloud_editor'], dark: ['cloud_editor_dark'] }}
      onPreferencesChange={({ detail }) => setPreferences(detail)}
      onDelayedChange={({ detail }) => onChange(detail.value)}
    />
  );
}
