import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('unknown-skill', () => {
  it('reports a skill that no group has', () => {
    expect(found({ [HOTLINE]: ['skill: english', 'skill: englisch'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:6:12 unknown-skill: no group has the skill 'englisch'",
    ]);
  });

  it('reports a skill that a queue of the IVR has in none of its groups', () => {
    expect(found({ 'queues.yaml': ['groups: [help]', 'groups: [sales]'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:6:12 unknown-skill: no group of queue 'help' has the skill 'english'",
      "groups.yaml:3:1 unused-group: no queue has group 'help'",
    ]);
  });

  it('accepts a campaign that requires none', () => {
    expect(found({ [HOTLINE]: ['    skill: english\n', ''] }, IVR_FILES)).toEqual([]);
  });
});
