import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flow } from '../../../../functions/edge/flow.ts';
import { Fault } from '../../../../lib/application/tasks/faults.ts';
import type { TaskInput } from '../../../../lib/application/tasks/tasks.ts';
import { capturedLog, lambdaContext } from '../../../support/lambda.ts';

const unused = () => ({}) as never;
const wiring = { clock: unused, definitions: unused, slots: unused };

let log: ReturnType<typeof capturedLog>;
beforeEach(() => {
  log = capturedLog();
});
afterEach(() => log.stop());

/** As Connect hands it over. */
const event = (changes: object = {}, parameters: object = {}) => ({
  Details: {
    ContactData: {
      Attributes: { campaign: 'spring', record: 'ann', entered: '85020112345' },
      Channel: 'VOICE',
      ContactId: 'c-1',
      CustomerEndpoint: { Address: '+48600999888', Type: 'TELEPHONE_NUMBER' },
      CustomerId: null,
      InitiationMethod: 'INBOUND',
      Queue: null,
      SystemEndpoint: { Address: '+48221230000', Type: 'TELEPHONE_NUMBER' },
      ...changes,
    },
    Parameters: { ivr: 'reception', block: 'few', ...parameters },
  },
  Name: 'ContactFlowEvent',
});

type Input = TaskInput<'take-slot'>;

function takeSlot(work: (input: Input) => Promise<{ outcome: 'within' }> = within) {
  const handler = flow('take-slot', work, wiring);
  return (given: unknown) => handler(given, lambdaContext);
}
const within = async () => ({ outcome: 'within' as const });

describe('the edge of flows', () => {
  it('reads what Connect says of the contact and what the action asks', async () => {
    const seen: Input[] = [];
    const handle = takeSlot(async (input) => {
      seen.push(input);
      return { outcome: 'within' };
    });

    const answer = await handle(event());

    expect(answer).toEqual({ outcome: 'within' });
    expect(seen).toEqual([
      {
        campaign: 'spring',
        contact: 'c-1',
        from: '+48600999888',
        to: '+48221230000',
        attributes: { campaign: 'spring', record: 'ann', entered: '85020112345' },
        ivr: 'reception',
        block: 'few',
      },
    ]);
  });

  it.each([
    ['there is no endpoint', null],
    ['it has no address', { Address: null }],
    ['the carrier says a word', { Address: 'anonymous' }],
  ])('knows a caller who withholds the number: %s', async (_, CustomerEndpoint) => {
    const seen: Input[] = [];
    const handle = takeSlot(async (input) => {
      seen.push(input);
      return { outcome: 'within' };
    });

    await handle(event({ CustomerEndpoint }));

    expect(seen[0]?.from).toBeUndefined();
  });

  it('takes no number, contact or campaign from a parameter', async () => {
    const seen: Input[] = [];
    const handle = takeSlot(async (input) => {
      seen.push(input);
      return { outcome: 'within' };
    });

    await handle(event({}, { campaign: 'autumn', contact: 'c-9', from: '+1', attributes: 'x' }));

    expect(seen[0]).toMatchObject({ campaign: 'spring', contact: 'c-1', from: '+48600999888' });
  });

  it('takes a parameter that says none, or nothing, for one that is missing', async () => {
    const handle = takeSlot();

    await expect(handle(event({}, { block: 'none' }))).rejects.toMatchObject({
      name: 'BadInput',
      message: expect.stringContaining('event.block'),
    });
    await expect(handle(event({}, { block: '' }))).rejects.toMatchObject({ name: 'BadInput' });
  });

  it.each([
    ['no contact', { ContactId: '' }],
    ['no campaign', { Attributes: {} }],
  ])('fails for %s, so that the flow takes its error branch', async (_, changes) => {
    await expect(takeSlot()(event(changes))).rejects.toMatchObject({ name: 'BadInput' });
  });

  it('fails when the use case does', async () => {
    const handle = takeSlot(async () => {
      throw new Fault('StoreUnavailable', 'down');
    });

    await expect(handle(event())).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('never tells a flow an empty text, which Connect would refuse', async () => {
    const handle = takeSlot(async () => ({ outcome: '' as 'within' }));

    await expect(handle(event())).rejects.toThrow("take-slot tells nothing as 'outcome'");
  });

  it('logs ids and the outcome, and neither the number nor what was keyed', async () => {
    await takeSlot()(event());

    expect(log.lines().find(({ message }) => message === 'handled')).toMatchObject({
      campaign: 'spring',
      contact: 'c-1',
      outcome: 'within',
    });
    expect(log.text()).not.toMatch(/600999888|85020112345/);
  });
});
