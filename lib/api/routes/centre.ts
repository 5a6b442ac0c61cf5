// The centre as it is deployed, the audit, and the API itself.
import { z } from 'zod';
import { route } from '../route.ts';
import { Iso, Paging, page } from './shapes.ts';

const Settings = z.looseObject({});

export const CENTRE_READS = {
  readSettings: route({
    method: 'GET',
    path: '/v1/settings',
    tag: 'centre',
    summary: 'Read the settings of the centre as it is deployed',
    details: 'What its files say; secrets are named and never told.',
    who: { roles: ['administrator'], scope: 'settings.read' },
    answer: z.object({
      centre: Settings,
      hours: Settings,
      groups: Settings,
      queues: Settings,
      campaigns: Settings,
      rules: Settings,
      ivrs: Settings,
      scripts: Settings,
    }),
  }),
  readDeployment: route({
    method: 'GET',
    path: '/v1/deployment',
    tag: 'centre',
    summary: 'Read which state of the files is deployed, and where they can be read',
    who: { roles: ['administrator', 'supervisor'], scope: 'settings.read' },
    answer: z.object({
      version: z.string().describe('of all files: the same content, the same version'),
      commit: z
        .object({
          id: z.string(),
          at: z.string().describe('when it was made'),
          changed: z.boolean().describe('there were changes that are not in it'),
        })
        .optional()
        .describe('the last one that changed the folder'),
      sources: z
        .string()
        .optional()
        .describe('address of a file, with {path}, and maybe {line} and {commit}'),
    }),
  }),
  listAudit: route({
    method: 'GET',
    path: '/v1/audit',
    tag: 'centre',
    summary: 'List who changed what through the API, the newest first',
    details: 'A page may have fewer than `limit` while there are further ones.',
    who: { roles: ['administrator'], scope: 'audit.read' },
    query: z.object(Paging),
    answer: page(
      z.object({
        at: Iso,
        by: z.string(),
        operation: z.string(),
        campaign: z.string().optional(),
        record: z.string().optional(),
        from: z.record(z.string(), z.string()).optional(),
        to: z.record(z.string(), z.string()).optional(),
        request: z.string(),
      }),
    ),
  }),
  readOpenApi: route({
    method: 'GET',
    path: '/v1/openapi.json',
    tag: 'centre',
    summary: 'Read this description (OpenAPI 3.1)',
    who: 'anyone',
    answer: z.looseObject({ openapi: z.string() }),
  }),
};
