/** What was found in a definition, one sentence to a line; a long list scrolls by itself. */
export const FindingsList = ({ sentences }: { readonly sentences: readonly string[] }) => (
  <ol className="gh-findings" tabIndex={0} aria-label="What was found">
    {sentences.map((sentence, index) => (
      <li key={`${index} ${sentence}`}>{sentence}</li>
    ))}
  </ol>
);
