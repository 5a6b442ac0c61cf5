import { describe, expect, it } from 'vitest';
import { asked, rendered } from './a-block.ts';

describe('authorise-ticket (IVR-6)', () => {
  const { ways, given } = rendered({
    kind: 'authorise-ticket',
    ask: 'Your ticket?',
    digits: 8,
    wait: '7 s',
    next: 'on',
    none: 'without',
  });

  it('leaves what was keyed for the agent, and goes on without where nothing was', () => {
    expect(ways.it).toEqual(asked('it.keyed', 'without'));
    expect(ways['it.keyed']).toMatchObject({
      next: 'without',
      'TextStartsWith 7': 'it.ticket',
    });
    expect(ways['it.ticket']).toEqual(asked('on', 'on'));
    expect(given['it.ticket']).toEqual({
      Attributes: { ticket: '$.StoredCustomerInput', entered: '$.StoredCustomerInput' },
    });
  });

  it('waits for the first key and takes digits as it says', () => {
    expect(given.it).toMatchObject({
      Text: 'Your ticket?',
      InputTimeLimitSeconds: '7',
      InputValidation: { CustomValidation: { MaximumLength: '8' } },
    });
  });
});
