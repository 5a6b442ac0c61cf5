import { describe, expect, it } from 'vitest';
import { type MeteredRun, meteredUse } from '../../../../lib/cli/start/metered-use.ts';
import { contactId } from '../../../../lib/domain/model/ids.ts';
import { instant } from '../../../../lib/domain/model/instant.ts';

const line = (
  service: string,
  action: string,
  calls: number,
  units = calls,
  principal = 'role',
) => ({
  service,
  action,
  principal,
  calls,
  units,
});

const call = (start: number, answered?: number, end?: number) => ({
  contact: contactId(`c${start}`),
  token: 't',
  phone: '+48221000001',
  machine: false,
  start: instant(start),
  answered: answered === undefined ? undefined : instant(answered),
  end: end === undefined ? undefined : instant(end),
});

const RUN: MeteredRun = {
  meter: [],
  agentStream: true,
  calls: [],
  agents: {},
  smsParts: 3,
  emails: 2,
  emailsReceived: 2,
  mailChunks: 1,
  events: 40,
  recordsImported: 10,
  ownNumbers: 1,
  startedAt: 0,
  endedAt: 7_200_000,
};

describe('what a local run used', () => {
  it('are the units the gateway metered, without those of the administrator', () => {
    const { usage } = meteredUse({
      ...RUN,
      meter: [
        line('dynamodb', 'GetItem', 4),
        line('dynamodb', 'Query', 4, 2),
        line('dynamodb', 'TransactWriteItems', 3, 40),
        line('dynamodb', 'UpdateItem', 5),
        line('dynamodb', 'Query', 100, 100, 'administrator'),
        line('sqs', 'SendMessageBatch', 7),
        line('connect', 'StartOutboundVoiceContact', 9),
      ],
    });

    expect(usage).toMatchObject({ reads: 6, writes: 45, sends: 7 });
  });

  it('are the runs of each function, those of agents and of rules among them', () => {
    const use = meteredUse({
      ...RUN,
      meter: [
        line('lambda', 'Invocation', 12, 3, 'ringback-agent-events'),
        line('lambda', 'Invocation', 8, 3, 'ringback-publish-journal'),
        line('lambda', 'Invocation', 5, 3, 'ringback-place-call'),
        line('states', 'ExpressExecution', 6, 6, 'ringback-recall-politely'),
      ],
    });

    expect([...use.usage.runs]).toEqual(
      expect.arrayContaining([
        ['agent-events', 12],
        ['publish-journal', 8],
        ['place-call', 5],
      ]),
    );
    expect(use).toMatchObject({ agentEvents: 12, journalBatches: 8, ruleRuns: 6 });
  });

  it('are minutes from the answer to the end of each call, or to the end of the run', () => {
    const { calls, minutes } = meteredUse({
      ...RUN,
      calls: [call(0, 10_000, 70_000), call(1000), call(2000, 7_080_000)],
    });

    expect({ calls, minutes }).toEqual({ calls: 3, minutes: 3 });
  });

  it('are the hours that agents were there', () => {
    const time = { staffed: 3_600_000, talking: 0, wrapUp: 0, breaks: 0 };

    expect(meteredUse({ ...RUN, agents: { eva: time, tom: time } })).toMatchObject({
      staffedHours: 2,
      hours: 2,
    });
  });
});
