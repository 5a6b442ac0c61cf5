// The centre as it is deployed, and the API itself.
import { z } from 'zod';
import { route } from '../route.ts';

export const CENTRE_READS = {
  readOpenApi: route({
    method: 'GET',
    path: '/v1/openapi.json',
    tag: 'centre',
    summary: 'Read this description (OpenAPI 3.1)',
    who: 'anyone',
    answer: z.looseObject({ openapi: z.string() }),
  }),
};
