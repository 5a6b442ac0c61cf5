import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../lib/compiler/flows/flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import { act, call, facts, flow, orSorry, say } from './flow-world.ts';

const failed = (error: string) => () => ({ kind: 'failed', error }) as never;

describe('a queue', () => {
  const queueing = flow(
    act('pick', 'UpdateContactTargetQueue', { QueueId: '$.Attributes.queueArn' }, 'go', orSorry),
    act('go', 'TransferContactToQueue', {}, 'sorry', {
      errors: { QueueAtCapacity: 'full', NoMatchingError: 'sorry' },
    }),
    say('full', 'Full', 'bye'),
  );
  const contact = () => newContact({ ...facts, attributes: { queueArn: 'sales' } });

  it('takes the contact with its priority and criteria, and the flow is over', () => {
    const waiting = contact();
    waiting.priority = 2;
    waiting.routingCriteria = { Steps: [] };

    const { effects, ending } = call(queueing, { contact: waiting });

    expect(effects).toEqual([
      { kind: 'target', reference: { queueId: 'sales' } },
      {
        kind: 'queue',
        target: { kind: 'queue', arn: 'sales', name: 'queue sales' },
        routing: { priority: 2, ageSeconds: 0, criteria: { Steps: [] } },
      },
    ]);
    expect(ending).toEqual({ kind: 'queued' });
  });

  it('that is full takes a branch of its own', () => {
    const { said } = call(queueing, {
      contact: contact(),
      world: { queue: failed('QueueAtCapacity') },
    });

    expect(said).toEqual(['Full']);
  });

  it('that is disabled, unknown or not named takes the error branch', () => {
    const disabled = { queue: failed('NoMatchingError') };
    const unknown = { target: failed('NoMatchingError') };

    expect(call(queueing, { contact: contact(), world: disabled }).said).toEqual(['Sorry']);
    expect(call(queueing, { contact: contact(), world: unknown }).said).toEqual(['Sorry']);
    expect(call(queueing).said).toEqual(['Sorry']);
  });

  it('has to be picked first', () => {
    const { way } = call(flow(act('go', 'TransferContactToQueue', {}, 'sorry', orSorry)));

    expect(way[0]).toBe('go: NoMatchingError');
  });

  it('of an agent ignores the criteria', () => {
    const waiting = contact();
    waiting.routingCriteria = { Steps: [] };
    const direct = flow(
      act('pick', 'UpdateContactTargetQueue', { AgentId: 'ada' }, 'go', orSorry),
      act('go', 'TransferContactToQueue', {}, 'sorry', orSorry),
    );

    expect(call(direct, { contact: waiting }).effects.at(-1)).toEqual({
      kind: 'queue',
      target: { kind: 'agent', arn: 'ada', name: 'agent ada' },
      routing: { priority: 5, ageSeconds: 0, criteria: undefined },
    });
  });
});

describe('another queue', () => {
  const overflow = (parameters: JsonObject) =>
    flow(
      act('move', 'DequeueContactAndTransferToQueue', parameters, 'done', {
        errors: { QueueAtCapacity: 'done', NoMatchingError: 'done' },
      }),
    );
  const type = 'CUSTOMER_QUEUE';

  it('takes the waiting contact over', () => {
    const { ending, contact } = call(overflow({ QueueId: 'overflow' }), { type });

    expect(ending).toEqual({ kind: 'requeued' });
    expect(contact.target?.arn).toBe('overflow');
  });

  it('fails while an agent is being rung, and the contact stays', () => {
    const { ending, contact } = call(overflow({ QueueId: 'overflow' }), {
      type,
      world: { requeue: failed('NoMatchingError') },
    });

    expect(ending).toEqual({ kind: 'finished' });
    expect(contact.target).toBeUndefined();
  });

  it('has to be named', () => {
    expect(() => call(overflow({}), { type })).toThrow(
      "not emulated: action 'move' without QueueId or AgentId",
    );
  });
});

describe('another flow', () => {
  const transfer = flow(
    act(
      'keep',
      'UpdateFlowAttributes',
      { FlowAttributes: { a: { Value: 'here' } } },
      'note',
      orSorry,
    ),
    act('note', 'UpdateContactAttributes', { Attributes: { b: 'with you' } }, 'go', orSorry),
    act('go', 'TransferToFlow', { ContactFlowId: 'second' }, 'sorry', orSorry),
  );
  const second = flow(say('tell', 'a is $.FlowAttributes.a, b is $.Attributes.b', 'bye'));
  const loading = (loaded: Flow) => ({
    'load-flow': () => ({ kind: 'loaded', flow: loaded }) as const,
  });

  it('goes on with the contact, not with the attributes of the first flow', () => {
    const { said, ending } = call(transfer, { world: loading(second) });

    expect(said).toEqual(['a is , b is with you']);
    expect(ending).toEqual({ kind: 'hang-up' });
  });

  it('that is not published takes the error branch', () => {
    expect(call(transfer).said).toEqual(['Sorry']);
  });
});

describe('a module', () => {
  const caller = flow(
    act('ask', 'InvokeFlowModule', { FlowModuleId: 'm', Input: { n: '$.Attributes.n' } }, 'plain', {
      errors: { NoMatchingError: 'sorry', NoMatchingCondition: 'plain' },
      equals: { Known: 'known' },
    }),
    say('plain', 'back', 'bye'),
    say('known', 'known: $.Modules.ResultData.name', 'bye'),
  );
  const module = (parameters: JsonObject) => ({
    Version: '2019-10-30' as const,
    StartAction: 'in',
    Actions: [
      say('in', 'input $.Modules.Input.n', 'out'),
      { Identifier: 'out', Type: 'EndFlowModuleExecution', Parameters: parameters },
    ],
  });
  const loading = (parameters: JsonObject) => ({
    contact: newContact({ ...facts, attributes: { n: '7' } }),
    world: { 'load-flow': () => ({ kind: 'loaded', flow: module(parameters) }) as const },
  });

  it('runs inside the flow and comes back', () => {
    const { said, way } = call(caller, loading({}));

    expect(said).toEqual(['input 7', 'back']);
    expect(way).toEqual([
      'in: next',
      'out: module-end',
      'ask: next',
      'plain: next',
      'bye: hang-up',
    ]);
  });

  it('comes back by the branch of its result', () => {
    const { said } = call(caller, loading({ Result: 'Known', ResultData: { name: 'Ada' } }));

    expect(said).toEqual(['input 7', 'known: Ada']);
  });

  it('may not call itself for ever', () => {
    const itself = {
      ...module({}),
      Actions: [act('in', 'InvokeFlowModule', { FlowModuleId: 'm' }, 'in', { errors: {} })],
    };
    const world = { 'load-flow': () => ({ kind: 'loaded', flow: itself }) as const };

    expect(() => call(caller, { world })).toThrow('modules nested too deep');
  });
});

describe('the outside', () => {
  const dial = (ContinueFlowExecution: string) =>
    flow(
      act(
        'dial',
        'TransferParticipantToThirdParty',
        {
          ThirdPartyPhoneNumber: '+48221234567',
          ThirdPartyConnectionTimeLimitSeconds: '25',
          ContinueFlowExecution,
          CallerId: { Number: '$.SystemEndpoint.Address' },
        },
        'after',
        {
          errors: {
            CallFailed: 'busy',
            ConnectionTimeLimitExceeded: 'nobody',
            NoMatchingError: 'sorry',
          },
        },
      ),
      ...['after', 'busy', 'nobody'].map((id) => say(id, id, 'bye')),
    );

  it('is called with the caller id it is told', () => {
    expect(call(dial('True')).effects[0]).toEqual({
      kind: 'dial',
      number: '+48221234567',
      limitSeconds: 25,
      returns: true,
      callerId: '+420800000001',
      callerName: undefined,
      dtmf: undefined,
    });
  });

  it.each([
    ['True', undefined, ['after']],
    ['True', 'CallFailed', ['busy']],
    ['True', 'ConnectionTimeLimitExceeded', ['nobody']],
    ['False', undefined, []],
    ['False', 'CallFailed', ['Sorry']],
  ])('with the flow going on: %s, failing by %s, leads to %j', (goesOn, error, said) => {
    const world = error === undefined ? {} : { dial: failed(error) };

    expect(call(dial(goesOn), { world }).said).toEqual(said);
  });

  it('keeps the caller when the flow does not go on', () => {
    expect(call(dial('False')).ending).toEqual({ kind: 'sent-outside' });
  });
});

describe('a callback', () => {
  const order = flow(
    act(
      'order',
      'CreateCallbackContact',
      {
        QueueId: 'sales',
        InitialCallDelaySeconds: '60',
        RetryDelaySeconds: '600',
        MaximumConnectionAttempts: '3',
      },
      'thanks',
      orSorry,
    ),
    say('thanks', 'We call you back', 'bye'),
  );

  it('is ordered for the number given, else the own number of the caller', () => {
    const contact = newContact(facts);
    contact.callbackNumber = '+48512345678';
    const expected = {
      kind: 'callback',
      target: { kind: 'queue', arn: 'sales', name: 'queue sales' },
      delaySeconds: 60,
      retrySeconds: 600,
      attempts: 3,
      flowId: undefined,
    };

    expect(call(order, { contact }).effects[1]).toEqual({ ...expected, number: '+48512345678' });
    expect(call(order).effects[1]).toEqual({ ...expected, number: '+420601000001' });
  });

  it('fails for a caller whose number is withheld', () => {
    const contact = newContact({ ...facts, customerNumber: undefined });

    expect(call(order, { contact }).said).toEqual(['Sorry']);
  });
});

describe('the end', () => {
  it('of the flow is the end of the call where nothing else has the contact', () => {
    const over = flow({ Identifier: 'end', Type: 'EndFlowExecution' });

    expect(call(over).ending).toEqual({ kind: 'hang-up' });
    expect(call(over, { type: 'AGENT_WHISPER' }).ending).toEqual({ kind: 'finished' });
    expect(call(over, { type: 'CUSTOMER_QUEUE' }).ending).toEqual({ kind: 'finished' });
  });
});
