import { describe, expect, it } from 'vitest';
import { asked, compared, rendered, rounds } from './a-block.ts';

const block = { kind: 'callback', next: 'on' } as const;
const offer = { ...block, ask: 'Press 1 and we call you.' } as const;
const keyed = { next: 'it.keyed', InvalidPhoneNumber: 'it.again' };

describe('callback (IVR-24)', () => {
  it('that asks nothing sets the call back; set or not, the call goes on', () => {
    expect(rendered(block).ways).toEqual({
      it: asked('it.outcome', 'on'),
      'it.outcome': compared('on', { 'Equals set': 'on' }),
    });
  });

  it('that is offered is set for who presses 1, and for nobody else', () => {
    const { ways } = rendered({ ...offer, declined: 'no', failed: 'sorry' });

    expect(ways).toEqual({
      it: {
        next: 'no',
        InputTimeLimitExceeded: 'no',
        NoMatchingCondition: 'no',
        NoMatchingError: 'no',
        'Equals 1': 'it.set',
      },
      'it.set': asked('it.outcome', 'sorry'),
      'it.outcome': compared('sorry', { 'Equals set': 'on' }),
    });
    expect(rendered(offer).ways.it).toMatchObject({ next: 'on' });
  });

  it('to a number that is keyed asks for it at most twice', () => {
    const { ways, given } = rendered({ ...block, number: 'ask', failed: 'sorry' });

    expect(ways).toEqual({
      it: { ...keyed, NoMatchingError: 'sorry' },
      'it.keyed': compared('it.again', { 'TextStartsWith +': 'it.set' }),
      'it.again': rounds('it', 'sorry'),
      'it.set': asked('it.outcome', 'sorry'),
      'it.outcome': compared('sorry', { 'Equals set': 'on' }),
    });
    expect(given['it.again']).toEqual({ LoopCount: '1' });
    expect(given['it.set']).toMatchObject({
      LambdaInvocationAttributes: { number: '$.StoredCustomerInput' },
    });
  });

  it('that is offered and asks for the number asks for it afterwards', () => {
    const { ways } = rendered({ ...offer, number: 'ask' });

    expect(ways.it).toMatchObject({ 'Equals 1': 'it.number' });
    expect(ways['it.number']).toEqual({ ...keyed, NoMatchingError: 'on' });
    expect(ways['it.again']).toEqual(rounds('it.number', 'on'));
  });

  it('asks in the language of the IVR for a number of the centre’s country', () => {
    const { given } = rendered({ ...block, number: 'ask' }, { ivr: { language: 'pl' } });

    expect(given.it).toMatchObject({
      Text: 'Proszę wprowadzić numer telefonu i nacisnąć krzyżyk.',
      InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'PL' } },
    });
  });
});
