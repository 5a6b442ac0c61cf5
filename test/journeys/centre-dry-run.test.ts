// NEW-4, DIA-2: a whole centre in a dry run. Campaigns that share agents are paced together, as in
// the product; whatever the campaigns, nothing is lost between them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../lib/domain/campaigns/campaign-setting.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import type { DryRunPlan } from '../../lib/simulation/dry-run/dry-run.ts';
import type { CampaignFigures, CentreFigures } from '../../lib/simulation/dry-run/figures.ts';
import { aPlan, centreFiguresOf, listOf } from '../support/dry-run.ts';
import { exampleFolder, loadExample } from '../support/example.ts';

interface Planned {
  readonly mode: 'progressive' | 'predictive';
  readonly priority: number;
  readonly people: number;
}

/** Campaigns of one queue, each with people of its own. */
function aCentre(
  planned: readonly Planned[],
  staff: number,
  changes: Partial<DryRunPlan> = {},
): DryRunPlan {
  const plan = aPlan({ staff }, { days: 1, ...changes });
  const { spring } = plan.definitions.campaigns;
  const outbound = spring?.channels.outbound;
  if (!spring || !outbound) throw new Error('the plan has no campaign to copy');
  const campaigns = planned.map(({ mode, priority }, n) => [
    `c${n}`,
    { ...spring, priority, channels: { ...spring.channels, outbound: { ...outbound, mode } } },
  ]);
  const definitions: Definitions = {
    ...plan.definitions,
    campaigns: Object.fromEntries(campaigns),
  };
  return {
    ...plan,
    definitions,
    campaigns: planned.map(({ people }, n) => ({
      id: `c${n}`,
      contacts: { name: 'people.csv', bytes: listOf(people, `+4860${n}`) },
      groups: campaignSetting(definitions, `c${n}`)?.queue?.groups ?? [],
    })),
  };
}

const sum = (of: (figures: CampaignFigures) => number, { campaigns }: CentreFigures) =>
  campaigns.reduce((total, figures) => total + of(figures), 0);

const anyCampaign = fc.record<Planned>({
  mode: fc.constantFrom('progressive', 'predictive'),
  priority: fc.constantFrom(20, 50, 80),
  people: fc.integer({ min: 20, max: 120 }),
});

describe('a dry run of a whole centre', () => {
  it('has sums that are those of its campaigns, whatever they share', async () => {
    const anyCentre = fc.tuple(
      fc.array(anyCampaign, { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 2, max: 9 }),
      fc.integer({ min: 1, max: 10_000 }),
    );
    await fc.assert(
      fc.asyncProperty(anyCentre, async ([planned, staff, seed]) => {
        const figures = await centreFiguresOf(aCentre(planned, staff, { seed: String(seed) }));

        const { total, campaigns, discrepancies } = figures;
        expect(discrepancies).toEqual([]);
        expect(campaigns.map(({ records }) => records.imported)).toEqual(
          planned.map(({ people }) => people),
        );
        expect(total.calls.total).toBe(sum(({ calls }) => calls.total, figures));
        expect(total.contacts).toBe(sum(({ contacts }) => contacts, figures));
        expect(total.abandoned.answers).toBe(sum(({ abandoned }) => abandoned.answers, figures));
        expect(total.abandoned.abandoned).toBe(
          sum(({ abandoned }) => abandoned.abandoned, figures),
        );
        for (const each of campaigns) {
          const ofDays = each.days.reduce((count, day) => count + day.answers, 0);
          expect(ofDays).toBe(each.abandoned.answers);
          expect(ofDays).toBe(each.calls.answered + each.calls.abandoned);
        }
      }),
      { numRuns: 4, seed: 20260302, endOnFailure: true },
    );
  });

  it('keeps the cap for each campaign and for all on shared agents (NEW-6)', async () => {
    const campaign = { mode: 'predictive', priority: 50, people: 600 } as const;

    const { campaigns, total } = await centreFiguresOf(aCentre([campaign, campaign], 8));

    for (const { abandoned } of [...campaigns, total]) {
      expect(abandoned.answers).toBeGreaterThan(100);
      expect(abandoned.share).toBeLessThanOrEqual(0.03);
    }
  });

  it('gives the agents to the campaign of the higher priority first', async () => {
    const people = 500;
    const planned = [20, 80].map(
      (priority) => ({ mode: 'progressive', priority, people }) as const,
    );

    const { campaigns } = await centreFiguresOf(aCentre(planned, 1));

    const [low, high] = campaigns.map(({ contacts }) => contacts) as [number, number];
    expect(high).toBeGreaterThan(low * 5);
  });

  it('has callers beside the dialer, each answered, forwarded, missed or still there', async () => {
    const { definitions } = await loadExample(exampleFolder('medika-reception'));
    const campaigns = ['appointments', 'results'];
    const plan = aPlan(
      {},
      {
        definitions,
        campaigns: campaigns.map((id) => ({ id, groups: ['reception'] })),
        agents: [1, 2, 3].map((n) => ({
          id: `agent-${n}`,
          group: 'reception',
          arn: `arn/agent-${n}`,
        })),
        callers: 40,
        days: 1,
      },
    );

    const figures = await centreFiguresOf(plan);

    expect(figures.discrepancies).toEqual([]);
    for (const { inbound } of figures.campaigns) {
      const {
        received = 0,
        answered = 0,
        forwarded = 0,
        missed = 0,
        onTheLine = 0,
      } = inbound ?? {};
      expect(answered).toBeGreaterThan(50);
      expect(answered + forwarded + missed + onTheLine).toBe(received);
    }
    const [appointments] = figures.campaigns;
    // those who reached nobody are called back
    expect(appointments?.calls.total).toBeGreaterThan(0);
    expect(figures.total.inbound?.received).toBe(
      sum(({ inbound }) => inbound?.received ?? 0, figures),
    );
  });
});
