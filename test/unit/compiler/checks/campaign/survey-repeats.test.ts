import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HOTLINE = 'campaigns/hotline.yaml';

describe('survey-repeats', () => {
  it('reports a key that a question has twice', () => {
    expect(found({ [HOTLINE]: ['keys: ["1", "2"]', 'keys: ["1", "2", "1"]'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:10:59 survey-repeats: question 'happy' already has the key 1",
    ]);
  });

  it('reports a question that is asked twice', () => {
    expect(found({ [HOTLINE]: ['id: again', 'id: happy'] }, IVR_FILES)).toEqual([
      "campaigns/hotline.yaml:11:17 survey-repeats: the survey already has a question 'happy'",
    ]);
  });

  it('accepts the same keys for two questions', () => {
    expect(
      found(
        { [HOTLINE]: ['say: Call again? }', 'say: Call again?, keys: ["1", "2"] }'] },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
