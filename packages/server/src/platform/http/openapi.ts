import { endpoints, problems, type EndpointName } from '@insamling/contract';
import { schemas } from '@insamling/contract/schemas';
import { z } from 'zod';

/** The contract as OpenAPI 3.1, for those who do not read TypeScript. */
export function openApi(serviceName: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const { method, path, summary } = endpoints[name];
    const address = path.replace(/:([A-Za-z]+)/g, '{$1}');
    (paths[address] ??= {})[method.toLowerCase()] = { operationId: name, summary, ...parametersAndBody(name), responses: responses(name) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: serviceName,
      version: '1',
      description: 'Sessionen är en kaka som inloggningen sätter. Ändringar måste komma från tjänstens egna sidor.',
    },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['code', 'message', 'details', 'reference'],
          properties: {
            code: { enum: Object.keys(problems) },
            message: { type: 'string' },
            details: { type: 'object' },
            reference: { type: 'string' },
          },
        },
      },
    },
    security: [{ session: [] }],
  };
}

const asJsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
  return rest;
};

function parametersAndBody(name: EndpointName): object {
  const { params, query, body } = schemas[name] as { params?: z.ZodObject; query?: z.ZodObject; body?: z.ZodObject };
  const listed = (schema: z.ZodObject | undefined, place: 'path' | 'query') => {
    if (!schema) return [];
    const { properties = {}, required = [] } = asJsonSchema(schema, 'input') as {
      properties?: Record<string, object>;
      required?: string[];
    };
    return Object.entries(properties).map(([parameter, of]) => ({
      name: parameter,
      in: place,
      required: place === 'path' || required.includes(parameter),
      schema: of,
    }));
  };
  const parameters = [...listed(params, 'path'), ...listed(query, 'query')];
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: asJsonSchema(body, 'input') } } } } : {}),
  };
}

const responses = (name: EndpointName) => ({
  200: { description: 'Svaret', content: { 'application/json': { schema: asJsonSchema(schemas[name].response, 'output') } } },
  default: { description: 'Ett avslag med sin kod', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } },
});
