import type { z } from 'zod';

/** One question the browser may ask: plain data, so that the browser carries no schema. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` for each parameter. */
  readonly path: `/api/${string}`;
  /** One sentence in Swedish for the published description. */
  readonly summary: string;
}

export type Endpoints = Readonly<Record<string, Endpoint>>;

/** The Zod side of an endpoint. What comes in is parsed by it; what goes out is described by it. */
export interface EndpointSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject;
  readonly response: z.ZodType;
}

export type SchemasFor<Table extends Endpoints> = { readonly [Name in keyof Table]: EndpointSchemas };

type Part<S, K extends keyof EndpointSchemas> = S extends { [P in K]: infer Schema extends z.ZodType } ? z.infer<Schema> : unknown;

/** Everything one question carries: path, query and body in one object (their names never clash). */
export type InputOf<S> = Part<S, 'params'> & Part<S, 'query'> & Part<S, 'body'>;
/** The same before parsing, as the browser writes it: what has a default may be left out. */
export type RequestOf<S> = (S extends { params: infer P extends z.ZodType } ? z.input<P> : unknown) &
  (S extends { query: infer Q extends z.ZodType } ? z.input<Q> : unknown) &
  (S extends { body: infer B extends z.ZodType } ? z.input<B> : unknown);
export type OutputOf<S> = S extends { response: infer R extends z.ZodType } ? z.infer<R> : never;
