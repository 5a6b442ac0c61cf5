import { describe, expect, it } from 'vitest';
import { campaignSetting } from '../../../../lib/domain/campaigns/campaign-setting.ts';
import { neverSwitched } from '../../../../lib/domain/campaigns/campaign-state.ts';
import { pacingReport } from '../../../../lib/domain/dialing/pacing-report.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { plus } from '../../../../lib/domain/model/instant.ts';
import { emptyMemory } from '../../../../lib/domain/pacing/pacing-memory.ts';
import { centreDefinitions, type Edits } from '../../../support/a-centre.ts';
import { NOW } from '../../../support/records.ts';

const state = neverSwitched(campaignId('spring'));

function setting(lines: string) {
  const edits: Edits = {
    'campaigns/spring.yaml': ['    queue: sales', `    queue: sales\n${lines}`],
  };
  const found = campaignSetting(centreDefinitions(edits), 'spring');
  if (!found) throw new Error('the campaign places no calls');
  return found;
}

describe("a campaign's pacing, reported (NEW-6)", () => {
  it('counts over the window the campaign is judged over', () => {
    const memory = {
      ...emptyMemory(),
      hours: [{ at: plus(NOW, -3600), answered: 40, abandoned: 1 }],
      period: { since: plus(NOW, -9 * 86_400), answered: 900, abandoned: 25 },
    };
    const lines = [
      '    mode: predictive',
      '    mode: predictive\n    pacing: { cap: 2%, window: thirty-days }',
    ];

    const [day, thirtyDays] = lines.map((mode) =>
      pacingReport(setting(mode), { ...state, pacing: memory }, 5, NOW),
    );

    expect(day).toMatchObject({ cap: 0.03, window: 'day', answered: 40, abandoned: 1 });
    expect(thirtyDays).toMatchObject({
      cap: 0.02,
      window: 'thirty-days',
      answered: 900,
      abandoned: 25,
      since: plus(NOW, -9 * 86_400),
    });
  });

  it('of a campaign that never dialed holds guesses only', () => {
    const report = pacingReport(setting('    mode: predictive'), state, 5, NOW);

    expect(report?.estimates.answers.observations).toBe(0);
    expect(report?.decisions).toEqual([]);
  });

  it('is not there in a mode that learns nothing', () => {
    expect(pacingReport(setting('    mode: progressive'), state, 5, NOW)).toBeUndefined();
  });
});
