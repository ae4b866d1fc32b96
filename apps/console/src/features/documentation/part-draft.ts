import { prepare, V1, type Call, type DocumentationPart } from '@gatehouse/client-calls';
import { z } from 'zod';
import { jsonProblem } from '../../shared/parts/pretty';

type Location = DocumentationPart['location'];
/** The kinds of places that can be documented. */
export type PartType = Location['type'];
/** The members that say where, beside the type. */
export const MEMBERS = ['path', 'method', 'statusCode', 'name'] as const;
export type Member = (typeof MEMBERS)[number];

const REQUEST: readonly Member[] = ['path', 'method'];
const RESPONSE: readonly Member[] = ['path', 'method', 'statusCode'];

/** AWS's table: which members a type has. A name is always needed where there is one; of the others, nothing stands for all. */
export const MEMBERS_OF: Readonly<Record<PartType, readonly Member[]>> = {
  API: [],
  AUTHORIZER: ['name'],
  MODEL: ['name'],
  RESOURCE: ['path'],
  METHOD: REQUEST,
  PATH_PARAMETER: [...REQUEST, 'name'],
  QUERY_PARAMETER: [...REQUEST, 'name'],
  REQUEST_HEADER: [...REQUEST, 'name'],
  REQUEST_BODY: REQUEST,
  RESPONSE,
  RESPONSE_HEADER: [...RESPONSE, 'name'],
  RESPONSE_BODY: RESPONSE,
};

/** The form of a documentation part. */
export interface PartDraft {
  readonly type: PartType;
  readonly path: string;
  readonly method: string;
  readonly statusCode: string;
  readonly name: string;
  readonly properties: string;
}

/** What the form of a new part begins with. */
export const NEW_PART: PartDraft = {
  type: 'API',
  path: '',
  method: '',
  statusCode: '',
  name: '',
  properties: '{\n  "description": ""\n}',
};

/** Members that the type does not have are passed over; they stay typed in case the type is chosen again. */
export const PartForm = z
  .object({
    type: z.enum(Object.keys(MEMBERS_OF) as [PartType, ...PartType[]]),
    path: z.string(),
    method: z.string(),
    statusCode: z.string(),
    name: z.string(),
    properties: z.string(),
  })
  .superRefine((draft, context) => {
    const has = (member: Member): boolean => MEMBERS_OF[draft.type].includes(member);
    const problem = (path: keyof PartDraft, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (has('path') && draft.path !== '' && !draft.path.startsWith('/')) problem('path', 'A path begins with a slash.');
    if (has('statusCode') && draft.statusCode !== '' && !/^([1-5]\d\d|\*)$/.test(draft.statusCode)) problem('statusCode', 'A status from 100 to 599, or *.');
    if (has('name') && draft.name === '') problem('name', 'Give it a name.');
    const malformed = jsonProblem(draft.properties);
    if (malformed) problem('properties', malformed);
  });

/** What makes a part. */
export const creation = (restApiId: string, draft: PartDraft): readonly Call[] => [
  prepare(V1.CreateDocumentationPart, {
    restApiId,
    location: {
      type: draft.type,
      ...Object.fromEntries(MEMBERS_OF[draft.type].filter(member => draft[member] !== '').map(member => [member, draft[member]])),
    },
    properties: draft.properties,
  }),
];

/** "METHOD /pets GET": a place in one line. */
export const placeText = ({ type, path, method, statusCode, name }: Location): string =>
  [type, path, method, statusCode, name].filter(Boolean).join(' ');

/** The description in the owner's words, or all of the properties. */
export function summaryOf(properties: string): string {
  try {
    const { description } = JSON.parse(properties) as { readonly description?: unknown };
    return typeof description === 'string' && description !== '' ? description : properties;
  } catch (malformed) {
    if (malformed instanceof SyntaxError) return properties;
    throw malformed;
  }
}
