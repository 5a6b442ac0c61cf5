import { describe, expect, it } from 'vitest';
import { newContact } from '../../../../lib/simulation/connect/contact.ts';
import { driveFlowAsync } from '../../../../lib/simulation/connect/drive-flow.ts';
import { EMULATED_ACTIONS, FlowRun } from '../../../../lib/simulation/connect/flow-run.ts';
import { act, call, facts, flow, quietWorld, say } from './flow-world.ts';

const twice = flow(say('one', 'One', 'two'), say('two', 'Two', 'bye'));
const runOf = (content: ReturnType<typeof flow>) =>
  new FlowRun({ flow: content, flowId: 'main', type: 'CONTACT_FLOW', contact: newContact(facts) });

describe('a run', () => {
  it('hands out one effect at a time and goes on with its result', () => {
    const run = runOf(twice);

    const steps = [run.start(), run.resume({ kind: 'done' }), run.resume({ kind: 'done' })];

    expect(steps).toEqual([
      { kind: 'effect', effect: { kind: 'say', prompt: { kind: 'text', text: 'One' }, ms: 200 } },
      { kind: 'effect', effect: { kind: 'say', prompt: { kind: 'text', text: 'Two' }, ms: 200 } },
      { kind: 'ended', ending: { kind: 'hang-up' } },
    ]);
  });

  it('stops at once when the customer hangs up, and stays stopped', () => {
    const run = runOf(twice);
    run.start();

    const stopped = { kind: 'ended', ending: { kind: 'stopped', because: 'customer hung up' } };
    expect(run.stop('customer hung up')).toEqual(stopped);
    expect(run.resume({ kind: 'done' })).toEqual(stopped);
    expect(run.path).toEqual([]);
  });

  it('keeps its ending when it is stopped afterwards', () => {
    const run = runOf(flow(act('bye-bye', 'DisconnectParticipant', {}, 'bye')));
    run.start();

    expect(run.stop('too late')).toEqual({ kind: 'ended', ending: { kind: 'hang-up' } });
  });

  it('does not take an answer to another question', () => {
    const run = runOf(twice);
    run.start();

    expect(() => run.resume({ kind: 'pressed', key: '1' })).toThrow(
      "effect 'say' cannot end with 'pressed'",
    );
  });

  it('refuses an action it does not know by name, and only when it gets there', () => {
    const odd = flow(
      say('hello', 'Hello', 'view'),
      act('view', 'ShowView', { ViewResource: { Id: 'form' } }, 'bye'),
    );
    const run = runOf(odd);

    expect(run.start().kind).toBe('effect');
    expect(() => run.resume({ kind: 'done' })).toThrow(
      "not emulated: action 'view' of type ShowView",
    );
  });

  it.each([
    ['is not an object', 'flow', 'it is not an object'],
    ['has no actions', { StartAction: 'a' }, 'it needs Actions and StartAction'],
    ['starts nowhere', { StartAction: 'a', Actions: [] }, "there is no action 'a'"],
  ])('of a document that %s says so', (_, content, why) => {
    const run = new FlowRun({
      flow: content,
      flowId: 'main',
      type: 'CONTACT_FLOW',
      contact: newContact(facts),
    });

    expect(() => run.start()).toThrow(`flow 'main' cannot be run: ${why}`);
  });

  it('of a flow with a dangling branch says which', () => {
    expect(() => call(flow(say('one', 'One', 'nobody')))).toThrow(
      "flow 'main' cannot be run: there is no action 'nobody'",
    );
    expect(() =>
      call(flow({ Identifier: 'one', Type: 'MessageParticipant', Parameters: { Text: 'One' } })),
    ).toThrow("action 'one' leads nowhere");
  });

  it('waits for promises in the local cloud', async () => {
    const world = { ...quietWorld, say: () => Promise.resolve({ kind: 'done' } as const) };

    expect(await driveFlowAsync(runOf(twice), world)).toEqual({ kind: 'hang-up' });
  });

  it('knows these actions', () => {
    expect(EMULATED_ACTIONS).toEqual([
      'CheckHoursOfOperation',
      'CheckMetricData',
      'CheckOutboundCallStatus',
      'Compare',
      'CreateCallbackContact',
      'DequeueContactAndTransferToQueue',
      'DisconnectParticipant',
      'DistributeByPercentage',
      'EndFlowExecution',
      'EndFlowModuleExecution',
      'GetMetricData',
      'GetParticipantInput',
      'InvokeFlowModule',
      'InvokeLambdaFunction',
      'Loop',
      'MessageParticipant',
      'MessageParticipantIteratively',
      'TagContact',
      'TransferContactToQueue',
      'TransferParticipantToThirdParty',
      'TransferToFlow',
      'UntagContact',
      'UpdateContactAttributes',
      'UpdateContactCallbackNumber',
      'UpdateContactData',
      'UpdateContactEventHooks',
      'UpdateContactRecordingBehavior',
      'UpdateContactRoutingBehavior',
      'UpdateContactRoutingCriteria',
      'UpdateContactTargetQueue',
      'UpdateContactTextToSpeechVoice',
      'UpdateFlowAttributes',
      'UpdateFlowLoggingBehavior',
      'Wait',
    ]);
  });
});
