import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FlowTaskName,
  INBOUND_TASKS,
} from '../../../../lib/application/tasks/inbound-tasks.ts';
import { readFlowCall } from '../../../../lib/aws/events/flow-call.ts';

const FLOW_TASKS = Object.entries(INBOUND_TASKS).flatMap(([task, { trigger }]) =>
  trigger === 'flow' ? [task as FlowTaskName] : [],
);
const NAMES = [
  ...['ivr', 'block', 'digits', 'queue', 'waited', 'number', 'phase', 'question', 'key'],
  ...['campaign', 'from', 'other'],
];
const TEXTS = ['reception', '', 'none', '0', '12.5', '1e3', 'x1', ' ', 'begin', 'end', 'taken'];

/** Some parameters, as texts, and now and then none of a call's own facts. */
const anyCall = fc.record({
  parameters: fc.dictionary(fc.constantFrom(...NAMES), fc.constantFrom(...TEXTS), { maxKeys: 12 }),
  contact: fc.constantFrom('c-1', 'c-1', 'c-1', ''),
  campaign: fc.constantFrom('spring', 'spring', 'spring', ''),
  from: fc.constantFrom('+48600999888', undefined),
});
type Call = typeof anyCall extends fc.Arbitrary<infer C> ? C : never;

const eventOf = ({ parameters, contact, campaign, from }: Call) => ({
  Details: {
    ContactData: {
      ...{ ContactId: contact, Attributes: { campaign } },
      ...{ CustomerEndpoint: from === undefined ? null : { Address: from } },
      SystemEndpoint: { Address: '+48221230000' },
    },
    Parameters: parameters,
  },
});

/** What the catalogue's schema takes of the same call. */
function byTheCatalogue(task: FlowTaskName, { parameters, contact, campaign, from }: Call) {
  const said = Object.entries(parameters).filter(([, text]) => text !== '' && text !== 'none');
  const parsed = INBOUND_TASKS[task].input.safeParse({
    ...Object.fromEntries(said),
    ...{ campaign, contact, from, to: '+48221230000' },
    attributes: campaign === '' ? {} : { campaign },
  });
  return parsed.success ? JSON.parse(JSON.stringify(parsed.data)) : 'refused';
}

function byTheEdge(task: FlowTaskName, call: Call) {
  try {
    return readFlowCall(task, eventOf(call));
  } catch (error) {
    expect(error).toMatchObject({ name: 'BadInput' });
    return 'refused';
  }
}

describe('a call of a flow', () => {
  it.each(FLOW_TASKS)('is read as the catalogue’s schema of %s says', (task) => {
    let taken = 0;
    fc.assert(
      fc.property(anyCall, (call) => {
        const read = byTheEdge(task, call);

        expect(read).toEqual(byTheCatalogue(task, call));
        if (read !== 'refused') taken++;
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(5);
  });

  it.each([
    ['event', 'no event'],
    ['event.Details', {}],
    ['event.Details.ContactData', { Details: { Parameters: {} } }],
    ['event.Details.ContactData.ContactId', { Details: { ContactData: {}, Parameters: {} } }],
    [
      'event.Details.ContactData.CustomerEndpoint.Address',
      { Details: { ContactData: { ContactId: 'c', CustomerEndpoint: { Address: 1 } } } },
    ],
    [
      'event.Details.Parameters',
      { Details: { ContactData: { ContactId: 'c' }, Parameters: ['x'] } },
    ],
  ])('is refused with the place that is wrong: %s', (place, event) => {
    expect(() => readFlowCall('take-slot', event)).toThrow(new RegExp(`^${place}: `));
  });
});
