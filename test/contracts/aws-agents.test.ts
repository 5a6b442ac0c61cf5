// Agents at their telephones: the real SDK client asks, and answers are what Connect's would be.
import { ConnectClient } from '@aws-sdk/client-connect';
import { expect, it } from 'vitest';
import { connectAgentHolds } from '../../lib/aws/connect/agent-holds.ts';
import { connectPhones } from '../../lib/aws/connect/phones.ts';
import { answeringAws } from '../support/answering-aws.ts';
import { answeringPhones } from '../support/answering-phones.ts';
import { at } from '../support/records.ts';
import { agentHoldsContract } from './agent-holds.ts';
import { phonesContract } from './phones.ts';

const EVA = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/eva';

const holdsOver = (user: string) => {
  let status = 'available';
  const { config } = answeringAws(({ method, path, body }) => {
    if (method === 'GET' && path === '/agent-status/i')
      return {
        body: {
          AgentStatusSummaryList: [
            { Id: 'available', Name: 'Available', Type: 'ROUTABLE' },
            { Id: 'lunch', Name: 'Lunch', Type: 'CUSTOM' },
            { Id: 'left', Name: 'Unhandled records', Type: 'CUSTOM' },
          ],
        },
      };
    if (method !== 'PUT' || path !== `/users/i/${user}/status`)
      return { error: 'ResourceNotFoundException', status: 404 };
    status = String(body.AgentStatusId);
    return { body: {} };
  });
  const holdsNamed = (name: string) => connectAgentHolds(new ConnectClient(config), 'i', name);
  return { holdsNamed, isHeld: () => status === 'left' };
};

agentHoldsContract('Connect', async () => {
  const { holdsNamed, isHeld } = holdsOver('eva');
  return { holds: holdsNamed('Unhandled records'), isHeld };
});

it('agent holds (Connect): change nothing for a user Connect does not know, and without the status', async () => {
  const arn = 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/eva';
  const ofAnother = holdsOver('jan');
  const withoutStatus = holdsOver('eva');

  expect(await ofAnother.holdsNamed('Unhandled records').hold(arn)).toBe('unknown');
  expect(await withoutStatus.holdsNamed('other Unhandled records').hold(arn)).toBe('unknown');
  expect(withoutStatus.isHeld()).toBe(false);
});

phonesContract('Connect', async (given) => {
  const { answer, phoneOf } = answeringPhones(given);
  return { phones: connectPhones(new ConnectClient(answeringAws(answer).config), 'i'), phoneOf };
});

it('asks Connect for the phone of who comes back from a break only after a while, or for another setting', async () => {
  const { answer, phoneOf } = answeringPhones({ [EVA]: {} });
  const { asked, config } = answeringAws(answer);
  const phones = connectPhones(new ConnectClient(config), 'i');
  const setting = { handling: 'automatic', wrapUp: 30 } as const;
  const hour = (n: number, since = n) => ({ now: at(n * 3600), since: at(since * 3600) });
  const requests = async (...of: Parameters<typeof phones.set>) => {
    const before = asked.length;
    return [await phones.set(...of), asked.length - before];
  };

  expect([
    await requests(EVA, setting, hour(8)),
    await requests(EVA, setting, hour(10, 6)),
    await requests(EVA, setting, hour(13, 9)),
    await requests(EVA, { ...setting, wrapUp: 60 }, hour(14, 10)),
    await requests(EVA, { ...setting, wrapUp: 60 }, hour(15)),
  ]).toEqual([
    ['set', 2],
    ['unchanged', 0],
    ['unchanged', 1],
    ['set', 2],
    ['unchanged', 1],
  ]);
  expect(phoneOf(EVA)?.setting).toEqual({ handling: 'automatic', wrapUp: 60 });
});

it('asks Connect each time for the phone of who has no desk phone yet (CAM-3)', async () => {
  const { answer } = answeringPhones({ [EVA]: {} });
  const { asked, config } = answeringAws(answer);
  const phones = connectPhones(new ConnectClient(config), 'i');
  const seen = { now: at(7200), since: at(0) };

  await phones.set(EVA, { handling: 'manual-phone', wrapUp: 30 }, { now: at(3600), since: at(0) });
  await phones.set(EVA, { handling: 'manual-phone', wrapUp: 30 }, seen);

  expect(asked).toHaveLength(2);
});
