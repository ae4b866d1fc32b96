import { type DocumentationLocation, type DocumentationPartDefinition } from '@gatehouse/contract-definition';
import { LOCATION_USES, locationKey } from './location.js';

/** What readers of the documentation see of one entity, and where it was written. */
export interface EffectivePart { readonly location: DocumentationLocation; readonly properties: string; readonly writtenAt: DocumentationLocation }

/**
 * What each entity's documentation says: its own part, whatever that says, else the most specific part of its type whose location covers it. A
 * path covers what begins with it by whole segments; `*` covers every method and status. AWS's order is path before status; the method comes last.
 */
export function effectiveDocumentation(entities: readonly DocumentationLocation[], parts: readonly DocumentationPartDefinition[]): readonly EffectivePart[] {
  const own = new Map(parts.map(part => [locationKey(part.location), part]));
  return entities.flatMap(location => {
    const part = own.get(locationKey(location)) ?? inherited(location, parts);
    return part ? [{ location, properties: part.properties, writtenAt: part.location }] : [];
  });
}

function inherited(entity: DocumentationLocation, parts: readonly DocumentationPartDefinition[]): DocumentationPartDefinition | null {
  if (!LOCATION_USES[entity.type].isInherited) return null;
  const covering = parts.filter(part => part.location.type === entity.type && covers(part.location, entity));
  return covering.reduce<DocumentationPartDefinition | null>((best, part) => (best === null || isMoreSpecific(part.location, best.location) ? part : best), null);
}

const covers = (general: DocumentationLocation, entity: DocumentationLocation): boolean =>
  general.name === entity.name && isBelow(entity.path ?? '/', general.path ?? '/') && isAny(general.method, entity.method) && isAny(general.statusCode, entity.statusCode);
const isAny = (general: string | null, specific: string | null): boolean => general === '*' || general === specific;
const isBelow = (path: string, above: string): boolean => above === '/' || path === above || path.startsWith(`${above}/`);

function isMoreSpecific(a: DocumentationLocation, b: DocumentationLocation): boolean {
  const openness = (text: string | null): number => Number(text === '*');
  const ranks = [(a.path ?? '').length - (b.path ?? '').length, openness(b.statusCode) - openness(a.statusCode), openness(b.method) - openness(a.method)];
  return (ranks.find(rank => rank !== 0) ?? 0) > 0;
}
