/** Where a member travels. Absent = in the JSON body under its own or its `wire` name. */
export type Place = 'path' | 'query' | 'queryMap' | 'header' | 'payload';

export interface TextShape { readonly type: 'string'; readonly enum?: string }
export interface ScalarShape { readonly type: 'boolean' | 'number' | 'timestamp' | 'blob' | 'document' }
export interface ListShape { readonly type: 'list'; readonly member: Shape }
export interface MapShape { readonly type: 'map'; readonly value: Shape }
export interface StructureRef { readonly type: 'structure'; readonly name: string }
/** What a value looks like. Timestamps are epoch seconds on v1's wire and `Date` inside; blobs are raw bytes. */
export type Shape = TextShape | ScalarShape | ListShape | MapShape | StructureRef;

/** One member of a structure; `wire` is its name on the wire where that differs from the SDK's. */
export interface Member { readonly shape: Shape; readonly wire?: string; readonly in?: Place; readonly required?: boolean }
/** Member name, as the AWS SDK spells it, to member. */
export type Structure = Readonly<Record<string, Member>>;
