import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

describe('priority-steps-fall', () => {
  it('reports a step that is not later than the one before, and one that does not raise the priority', () => {
    expect(
      found(
        {
          'queues.yaml': [
            '  hours: office\nhelp:',
            '  hours: office\n  steps:\n    - { after: 60 s, coefficient: 4 }\n    - { after: 45 s, coefficient: 6 }\n    - { after: 90 s, coefficient: 5.5 }\nhelp:',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      'queues.yaml:6:7 priority-steps-fall: the step after 45 s must come later than the one before it, after 60 s',
      'queues.yaml:7:7 priority-steps-fall: the step after 90 s multiplies by 5.5, no more than the step before it (6)',
    ]);
  });

  it('reports the steps of a campaign as well', () => {
    expect(
      found(
        {
          'campaigns/hotline.yaml': [
            '    ivr: help',
            '    ivr: help\n    steps: [{ after: 40 s, coefficient: 2 }, { after: 40 s, coefficient: 3 }]',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([
      'campaigns/hotline.yaml:6:46 priority-steps-fall: the step after 40 s must come later than the one before it, after 40 s',
    ]);
  });

  it('accepts steps that rise', () => {
    expect(
      found(
        {
          'queues.yaml': [
            '  hours: office\nhelp:',
            '  hours: office\n  steps: [{ after: 20 s, coefficient: 1 }, { after: 1 min, coefficient: 100 }]\nhelp:',
          ],
        },
        IVR_FILES,
      ),
    ).toEqual([]);
  });
});
