// Callback rules and IVRs as graphs, and how many went which way through them.
import { z } from 'zod';
import { STEP_FACTS } from '../../domain/model/played-scenario.ts';
import { route } from '../route.ts';

const Drawn = z.object({
  kind: z.enum(['rule', 'ivr']),
  id: z.string(),
  name: z.string(),
  version: z.string().describe('the same content, the same version'),
  tiles: z.int().describe('how many tiles or blocks'),
});

const Spot = z.object({ x: z.number(), y: z.number() });
const OfGraph = z.object({ kind: z.enum(['rule', 'ivr']), id: z.string().min(1).max(64) });

const who = { roles: ['administrator', 'supervisor'], scope: 'settings.read' } as const;

export const GRAPH_READS = {
  listGraphs: route({
    method: 'GET',
    path: '/v1/graphs',
    tag: 'centre',
    summary: 'List callback rules and IVRs that are drawn as graphs',
    who,
    answer: z.object({ items: z.array(Drawn) }),
  }),
  readGraph: route({
    method: 'GET',
    path: '/v1/graphs/{kind}/{id}',
    tag: 'centre',
    summary: 'Read a callback rule or an IVR as a graph, laid out from top to bottom',
    details: 'Positions are of the middle of a tile or block.',
    who,
    params: OfGraph,
    answer: Drawn.extend({
      file: z.string().describe('within the folder of the centre'),
      starts: z.array(z.string()),
      width: z.number(),
      height: z.number(),
      nodeWidth: z.number(),
      nodeHeight: z.number(),
      nodes: z
        .array(
          Spot.extend({
            id: z.string(),
            kind: z.string(),
            label: z.string().optional().describe('what people call it; its id without it'),
            line: z.int().optional().describe('in the file'),
          }),
        )
        .describe('as one reads'),
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
  listScenarios: route({
    method: 'GET',
    path: '/v1/graphs/{kind}/{id}/scenarios',
    tag: 'centre',
    summary: 'List the tests beside a callback rule or an IVR, as they were played step by step',
    details: 'What `ringback test` runs; played when the centre was compiled.',
    who,
    params: OfGraph,
    answer: z.object({
      items: z.array(
        z.object({
          name: z.string(),
          file: z.string(),
          line: z.int(),
          passed: z.boolean(),
          steps: z.array(
            z.object({
              tile: z.string(),
              call: z.int().optional().describe('of the scenario, from 1'),
              facts: z.array(z.object({ name: z.enum(STEP_FACTS), value: z.string() })),
            }),
          ),
        }),
      ),
    }),
  }),
  readGraphCounts: route({
    method: 'GET',
    path: '/v1/graphs/{kind}/{id}/counts',
    tag: 'centre',
    summary: 'Count how many went which way through a callback rule or an IVR on a day',
    details:
      'Of the campaigns you may see. A rule counts when it has decided, an IVR when the call has ended.',
    who,
    params: OfGraph,
    query: z.object({
      day: z.iso.date().optional().describe('on the clock of the centre; today when missing'),
      campaign: z.string().min(1).max(64).optional(),
    }),
    answer: z.object({
      day: z.iso.date(),
      items: z
        .array(
          z.object({
            version: z.string(),
            count: z.int().describe('records or calls that went through'),
            tiles: z.record(z.string(), z.int()).describe('by tile or block'),
            ways: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
          }),
        )
        .describe('one for each version that was at work, the one that is drawn first'),
    }),
  }),
};
