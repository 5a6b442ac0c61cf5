// The centre as it is deployed, the audit, and the API itself.
import { z } from 'zod';
import { route } from '../route.ts';
import { Iso, Paging, page } from './shapes.ts';

const Settings = z.looseObject({});

const Drawn = z.object({
  kind: z.enum(['rule', 'ivr']),
  id: z.string(),
  name: z.string(),
  tiles: z.int().describe('how many tiles or blocks'),
});

const Spot = z.object({ x: z.number(), y: z.number() });

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
  listGraphs: route({
    method: 'GET',
    path: '/v1/graphs',
    tag: 'centre',
    summary: 'List callback rules and IVRs that are drawn as graphs',
    who: { roles: ['administrator', 'supervisor'], scope: 'settings.read' },
    answer: z.object({ items: z.array(Drawn) }),
  }),
  readGraph: route({
    method: 'GET',
    path: '/v1/graphs/{kind}/{id}',
    tag: 'centre',
    summary: 'Read a callback rule or an IVR as a graph, laid out from top to bottom',
    details: 'Positions are of the middle of a tile or block.',
    who: { roles: ['administrator', 'supervisor'], scope: 'settings.read' },
    params: z.object({ kind: z.enum(['rule', 'ivr']), id: z.string().min(1).max(64) }),
    answer: Drawn.extend({
      starts: z.array(z.string()),
      width: z.number(),
      height: z.number(),
      nodeWidth: z.number(),
      nodeHeight: z.number(),
      nodes: z.array(Spot.extend({ id: z.string(), kind: z.string() })).describe('as one reads'),
      edges: z.array(
        z.object({
          from: z.string(),
          to: z.string(),
          on: z.string().describe('exits that lead there'),
          points: z.array(Spot),
          label: Spot,
        }),
      ),
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
