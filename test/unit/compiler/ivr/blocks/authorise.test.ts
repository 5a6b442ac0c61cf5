import { describe, expect, it } from 'vitest';
import { asked, compared, rendered, rounds } from './a-block.ts';

const block = { kind: 'authorise', success: 'yes', failure: 'no' } as const;
const asking = { ...block, ask: 'Your number?' } as const;
const KEYED = Object.fromEntries(
  [...'0123456789'].map((digit) => [`TextStartsWith ${digit}`, 'it.entered']),
);

describe('authorise (IVR-5)', () => {
  it('that asks nothing goes by the number called from', () => {
    const { ways, given } = rendered(block);

    expect(ways).toEqual({
      it: asked('it.outcome', 'no'),
      'it.outcome': compared('no', { 'Equals success': 'it.found' }),
      'it.found': asked('yes', 'yes'),
    });
    expect(given.it).toMatchObject({
      LambdaInvocationAttributes: { ivr: 'greeting', block: 'it' },
    });
  });

  it('that asks gives what was keyed to the function, and asks again as often as it says', () => {
    const { ways, given } = rendered({ ...asking, tries: 3 });

    expect(ways).toEqual({
      it: asked('it.keyed', 'no'),
      'it.keyed': compared('it.again', KEYED),
      'it.entered': asked('it.ask', 'it.ask'),
      'it.ask': asked('it.outcome', 'no'),
      'it.outcome': compared('it.again', { 'Equals success': 'it.found' }),
      'it.found': asked('yes', 'yes'),
      'it.again': rounds('it', 'no'),
    });
    expect(given['it.again']).toEqual({ LoopCount: '2' });
    expect(given['it.ask']).toMatchObject({
      LambdaInvocationAttributes: { digits: '$.StoredCustomerInput' },
    });
  });

  it('with one try fails at once', () => {
    const { ways } = rendered({ ...asking, tries: 1 });

    expect(ways['it.again']).toBeUndefined();
    expect(ways['it.outcome']).toMatchObject({ next: 'no' });
    expect(ways['it.keyed']).toMatchObject({ next: 'no' });
  });

  it('takes as many digits as it says, else twenty', () => {
    const most = (digits?: number) => rendered({ ...asking, digits }).given.it?.InputValidation;

    expect(most(6)).toEqual({ CustomValidation: { MaximumLength: '6' } });
    expect(most()).toEqual({ CustomValidation: { MaximumLength: '20' } });
  });
});
