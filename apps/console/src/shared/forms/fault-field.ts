import { CallFault } from '@gatehouse/client-calls';

/** Ways in which AWS's sentences name the member they refuse. */
const NAMED = [
  / at '\w+\.(?:\w+\.)*(\w+)' failed/,
  /[Ii]nvalid (?:value for )?(?:parameter )?'?(\w+)'?/,
  /^(\w+) (?:must|cannot|should|is)/,
];

/** The field that a refusal speaks of, when it names one of the form's. */
export function fieldOf(fault: unknown, fields: readonly string[]): string | null {
  if (!(fault instanceof CallFault) || (fault.kind !== 'invalid' && fault.kind !== 'conflict')) return null;
  for (const pattern of NAMED) {
    const name = pattern.exec(fault.message)?.[1]?.toLowerCase();
    const field = name && fields.find(each => each.toLowerCase() === name);
    if (field) return field;
  }
  const words = fault.message.toLowerCase();
  const mentioned = fields.filter(field => words.includes(spaced(field)));
  return mentioned.length === 1 ? mentioned[0]! : null;
}

const spaced = (field: string): string => field.replaceAll(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
