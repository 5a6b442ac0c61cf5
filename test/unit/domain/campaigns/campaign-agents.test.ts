// Who works a campaign (CAM-28).
import { beforeAll, describe, expect, it } from 'vitest';
import { agentsOfCampaign } from '../../../../lib/domain/campaigns/campaign-agents.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

describe('the agents of a campaign (CAM-28)', () => {
  let texts: Definitions;
  beforeAll(async () => {
    texts = (await loadExample(exampleFolder('dental-texts'))).definitions;
  });

  it.each(['bright-teeth', 'check-up'])('of %s are those of the groups of its queue', (id) => {
    const { outbound, sms } = texts.campaigns[id]?.channels ?? {};
    const groups = texts.queues[outbound?.queue ?? sms?.queue ?? '']?.groups ?? [];

    const agents = agentsOfCampaign(texts, id);

    expect(agents.length).toBeGreaterThan(0);
    expect(new Set(agents)).toEqual(
      new Set(groups.flatMap((group) => texts.groups[group]?.agents ?? [])),
    );
  });

  it('are nobody where it has no queue, or is not known', () => {
    const { campaigns } = texts;
    const [campaign] = Object.values(campaigns);
    const silent = { ...campaign, channels: {} } as Definitions['campaigns'][string];

    expect(agentsOfCampaign({ ...texts, campaigns: { silent } }, 'silent')).toEqual([]);
    expect(agentsOfCampaign(texts, 'constructor')).toEqual([]);
  });
});
