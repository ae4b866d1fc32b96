/** Whether a text is a policy document as far as it must be to be kept: a JSON object with statements. What they say is read where they act. */
export function isPolicyText(text: string): boolean {
  try {
    const policy: unknown = JSON.parse(text);
    return typeof policy === 'object' && policy !== null && 'Statement' in policy;
  } catch {
    return false;
  }
}
