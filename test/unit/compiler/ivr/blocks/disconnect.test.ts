import { describe, expect, it } from 'vitest';
import { rendered } from './a-block.ts';

describe('disconnect (IVR-20)', () => {
  it('hangs up, and nothing follows', () => {
    const { actions } = rendered({ kind: 'disconnect' });

    expect(actions).toEqual([
      { Identifier: 'it', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
    ]);
  });
});
