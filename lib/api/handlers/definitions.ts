// The definitions of one campaign, for dry runs: nothing of campaigns that have no part in it.
import type { PortsOf } from '../../application/tasks/task-ports.ts';
import { campaignsBeside } from '../../domain/classification/passing-on.ts';
import type { RouteHandlers } from '../handler.ts';
import type { DEFINITION_READS } from '../routes/definitions.ts';

export const definitionReads: RouteHandlers<typeof DEFINITION_READS, PortsOf<'api-read'>> = {
  async readDefinitions({ params: { campaign } }, ports) {
    const { centre, hours, groups, queues, campaigns, rules, ivrs } =
      ports.definitions.definitions();
    const ids = [campaign, ...campaignsBeside({ campaigns }, campaign)];
    const taken = ids.flatMap((id) => {
      const found = campaigns[id];
      return found === undefined ? [] : [[id, { ...found, webhooks: {}, supervisors: [] }]];
    });
    return {
      body: {
        centre: { ...centre, supervisors: {} },
        ...{ hours, groups, queues, rules, ivrs },
        campaigns: Object.fromEntries(taken),
        scripts: {},
        prices: ports.definitions.prices(),
      },
    };
  },
};
