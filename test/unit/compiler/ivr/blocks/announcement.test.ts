import { describe, expect, it } from 'vitest';
import { rendered } from './a-block.ts';

describe('announcement (IVR-21)', () => {
  it('plays its text or recording and goes on, played or not', () => {
    const text = rendered({ kind: 'announcement', say: 'Hello {{ caller }}', next: 'on' });
    const file = rendered({ kind: 'announcement', say: { recording: 'a.wav' }, next: 'on' });

    expect(text.ways).toEqual({ it: { next: 'on', NoMatchingError: 'on' } });
    expect(text.given).toEqual({ it: { Text: 'Hello $.CustomerEndpoint.Address' } });
    expect(file.given).toEqual({ it: { PromptId: 'a.wav' } });
  });
});
