/** JSON with its lines indented; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch (notJson) {
    if (notJson instanceof SyntaxError) return text;
    throw notJson;
  }
}

/** Why a text is no JSON object; null when it is one. */
export function jsonProblem(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : 'Write a JSON object: { … }.';
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return `This is no valid JSON: ${malformed.message}`;
    throw malformed;
  }
}
