import { holds, type ConditionContext } from './conditions.js';
import type { PolicyDocument, Statement } from './document.js';
import { matchesWildcard } from './wildcard.js';

export interface Question { readonly action: string; readonly resource: string; readonly context: ConditionContext }
/** The decision and what decided it, so that a log or a page can say why. `statement` is null for the silent refusal. */
export interface Verdict { readonly decision: 'allow' | 'explicitDeny' | 'implicitDeny'; readonly policy: string | null; readonly statement: string | null }

/** What all policies of a caller say together: an explicit deny wins, then any allow, else silence refuses. */
export function evaluate(policies: readonly PolicyDocument[], question: Question): Verdict {
  let allowed: Verdict | null = null;
  for (const policy of policies) {
    for (const [index, statement] of policy.statements.entries()) {
      if (!applies(statement, question)) continue;
      const verdict: Verdict = { decision: statement.effect === 'Deny' ? 'explicitDeny' : 'allow', policy: policy.name, statement: statement.sid ?? `#${index + 1}` };
      if (statement.effect === 'Deny') return verdict;
      allowed ??= verdict;
    }
  }
  return allowed ?? { decision: 'implicitDeny', policy: null, statement: null };
}

function applies(statement: Statement, { action, resource, context }: Question): boolean {
  const isNamed = statement.actions.some(pattern => matchesWildcard(pattern.toLowerCase(), action.toLowerCase()));
  if (isNamed === statement.exceptActions) return false;
  const isMeant = statement.resources.some(pattern => matchesWildcard(withVariables(pattern, context), resource));
  if (isMeant === statement.exceptResources) return false;
  for (const [operator, keys] of statement.conditions) {
    for (const [key, wanted] of keys) {
      const verdict = holds(operator, key, wanted.map(value => withVariables(value, context)), context);
      // An operator nobody knows can grant nothing, and cannot lift a deny.
      if (verdict === null) return statement.effect === 'Deny';
      if (!verdict) return false;
    }
  }
  return true;
}

/** `${aws:username}` and the like. A variable without a value matches nothing: it is left as written. */
const withVariables = (pattern: string, context: ConditionContext): string =>
  pattern.includes('${') ? pattern.replace(/\$\{([^}]+)\}/g, (whole, name: string) => LITERALS[name] ?? context.get(name.toLowerCase())?.[0] ?? whole) : pattern;
const LITERALS: Readonly<Record<string, string>> = { '*': '*', '?': '?', $: '$' };
