import { prepare, V1, type Call } from '@gatehouse/client-calls';
import { z } from 'zod';
import type { StagePlace } from './stage-place';

/** The form of an export. */
export interface ExportDraft {
  readonly exportType: 'oas30' | 'swagger';
  readonly format: 'json' | 'yaml';
  readonly extensions: readonly string[];
}

/** What the form of an export begins with: a document that imports again as it was. */
export const NEW_EXPORT: ExportDraft = { exportType: 'oas30', format: 'json', extensions: ['apigateway'] };

/** Every choice is a valid one. */
export const ExportForm = z.object({
  exportType: z.enum(['oas30', 'swagger']),
  format: z.enum(['json', 'yaml']),
  extensions: z.array(z.string()),
});

/** What may be in the document beside plain OpenAPI. */
export const EXTENSIONS: ReadonlyArray<{ readonly id: string; readonly label: string; readonly text: string }> = [
  { id: 'integrations', label: 'Integrations', text: 'What each method calls.' },
  { id: 'authorizers', label: 'Authorizers', text: 'Who may call.' },
  { id: 'documentation', label: 'Documentation', text: "The parts of the stage's documentation version." },
  { id: 'validators', label: 'Request validators', text: 'What of a request is checked.' },
  { id: 'gatewayresponses', label: 'Gateway responses', text: 'What the gateway answers by itself.' },
  { id: 'apigateway', label: 'All of API Gateway', text: "The five above and the rest of AWS's extensions: take it to import the file again." },
  { id: 'postman', label: 'Postman', text: "What Postman's importer reads to sign requests." },
  { id: 'gatehouse', label: 'All of Gatehouse', text: 'All of API Gateway, and what AWS drops or has no place for: an import gives the same API, byte for byte.' },
];

const AWS = ['integrations', 'authorizers', 'documentation', 'validators', 'gatewayresponses'];
const IMPLIED: Readonly<Record<string, readonly string[]>> = { apigateway: AWS, gatehouse: [...AWS, 'apigateway'] };

/** The extensions that come along with those chosen. */
export const impliedBy = (chosen: readonly string[]): ReadonlySet<string> => new Set(chosen.flatMap(id => IMPLIED[id] ?? []));

/** What asks for the document. Extensions that others bring along are not named twice. */
export function exportOf(place: StagePlace, { exportType, format, extensions }: ExportDraft): Call {
  const implied = impliedBy(extensions);
  const named = EXTENSIONS.map(({ id }) => id).filter(id => extensions.includes(id) && !implied.has(id));
  return prepare(V1.GetExport, {
    ...place,
    exportType,
    ...(named.length > 0 ? { parameters: { extensions: named.join(',') } } : {}),
    accepts: `application/${format}`,
  });
}
