// Callback rules and IVRs as graphs, and how many went which way through them.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import type { DrawnGraph } from '../../domain/model/drawn-graph.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { localDate } from '../../domain/model/time-zone.ts';
import { summedWays, waysAsTiles } from '../../domain/reports/way-counts.ts';
import { reaches } from '../caller.ts';
import type { RouteHandlers } from '../handler.ts';
import { problem } from '../problems.ts';
import type { GRAPH_READS } from '../routes/graphs.ts';

type Needs = PortsOf<'api-read'>;

interface Of {
  readonly kind: DrawnGraph['kind'];
  readonly id: string;
}

const graphOf = ({ kind, id }: Of, { definitions }: Pick<Needs, 'definitions'>) =>
  definitions.graphs().find((graph) => graph.kind === kind && graph.id === id);

const noGraph = ({ kind, id }: Of) => problem('not-found', `there is no ${kind} '${id}'`);

export const graphReads: RouteHandlers<typeof GRAPH_READS, Needs> = {
  async listGraphs(_, ports) {
    const items = ports.definitions.graphs().map(({ kind, id, name, version, nodes }) => ({
      ...{ kind, id, name, version },
      tiles: nodes.length,
    }));
    return { body: { items } };
  },

  async readGraph({ params }, ports) {
    const found = graphOf(params, ports);
    if (found === undefined) return noGraph(params);
    const { starts, nodes, edges, ...rest } = found;
    return {
      body: {
        ...rest,
        tiles: nodes.length,
        starts: [...starts],
        nodes: [...nodes],
        edges: edges.map((edge) => ({ ...edge, points: [...edge.points] })),
      },
    };
  },

  async listScenarios({ params }, ports) {
    if (graphOf(params, ports) === undefined) return noGraph(params);
    const items = ports.definitions
      .scenarios()
      .filter(({ kind, of }) => kind === params.kind && of === params.id)
      .map(({ name, file, line, passed, steps }) => ({
        ...{ name, file, line, passed },
        steps: steps.map((step) => ({ ...step, facts: [...step.facts] })),
      }));
    return { body: { items } };
  },

  async readGraphCounts({ params, query, caller }, ports) {
    const graph = graphOf(params, ports);
    if (graph === undefined) return noGraph(params);
    const definitions = ports.definitions.definitions();
    const { campaign } = query;
    const day = query.day ?? localDate(ports.clock.now(), definitions.centre.timeZone);
    const campaigns = Object.keys(definitions.campaigns).filter(
      (one) => reaches(definitions, caller, one) && (campaign === undefined || one === campaign),
    );
    const found = await Promise.all(
      campaigns.map((one) => ports.reports.ways(campaignId(one), day, params)),
    );
    const items = summedWays(found.flat())
      .map(({ version, counts }) => ({ version, ...waysAsTiles(counts) }))
      .toSorted(
        (a, b) => Number(b.version === graph.version) - Number(a.version === graph.version),
      );
    return { body: { day, items } };
  },
};
