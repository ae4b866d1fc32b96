import { badRequest } from '@gatehouse/contract-wire';

/** AWS's limit for one mapping template, in characters. */
const MAX_TEMPLATE = 300 * 1024;

/** The longest texts that are kept, in characters. Names and descriptions follow AWS's own sentence for API keys; the policy's limit is AWS's. */
const LIMITS = { 'API version': 1_024, 'API description': 1_024, 'policy document': 8_192, 'description': 1_024, 'operation name': 1_024, 'URI': 10_240, 'credentials': 2_048, 'cache namespace': 1_024, 'connection identifier': 1_024 } as const;

/** Refuses texts that are too long to keep; null is no text. */
export function checkLengths(texts: { readonly [Name in keyof typeof LIMITS]?: string | null }): void {
  for (const [name, text] of Object.entries(texts)) {
    const limit = LIMITS[name as keyof typeof LIMITS];
    if (text && text.length > limit) throw badRequest(`Invalid ${name}, can be at most ${limit} characters.`);
  }
}

/** Refuses mapping templates over 300 KB. */
export function checkTemplates(templates: Readonly<Record<string, string>>): void {
  for (const [mediaType, template] of Object.entries(templates)) {
    if (template.length > MAX_TEMPLATE) throw badRequest(`Invalid template for ${mediaType}, can be at most ${MAX_TEMPLATE} characters.`);
  }
}
