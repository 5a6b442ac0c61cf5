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
    expect(
      found(
        { 'groups.yaml': ['  agents: [ewa]\n  skills: [english]', '  agents: [ewa]'] },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/hotline.yaml:6:12 unknown-skill: no group of queue 'help' has the skill 'english'",
    ]);
  });

  it('reports a skill that nobody has in the queue callers overflow into', () => {
    expect(
      found(
        { 'groups.yaml': ['  agents: [anna, jan]\n  skills: [english]', '  agents: [anna, jan]'] },
        IVR_FILES,
      ),
    ).toEqual([
      "campaigns/hotline.yaml:6:12 unknown-skill: no group of queue 'sales' has the skill 'english'",
    ]);
  });

  it('accepts a campaign that requires none', () => {
    expect(found({ [HOTLINE]: ['    skill: english\n', ''] }, IVR_FILES)).toEqual([]);
  });
});
