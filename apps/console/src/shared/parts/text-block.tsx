import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';

interface TextBlockProps {
  readonly label: string;
  readonly text: string;
  readonly emptyText: string;
}

/** Lines as they came, in letters of one width, with a button that copies them. */
export function TextBlock({ label, text, emptyText }: TextBlockProps) {
  return (
    <div>
      <div className="gh-block-head">
        <b>{label}</b>
        {text !== '' && (
          <CopyToClipboard
            variant="icon"
            textToCopy={text}
            copyButtonAriaLabel={`Copy: ${label}`}
            copySuccessText="Copied"
            copyErrorText="Copying is not allowed here"
          />
        )}
      </div>
      {text === '' ? (
        <div className="gh-faint">{emptyText}</div>
      ) : (
        <pre className="gh-command" tabIndex={0} aria-label={label}>
          {text}
        </pre>
      )}
    </div>
  );
}
