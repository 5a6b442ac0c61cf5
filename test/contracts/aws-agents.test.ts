// Agents at their telephones: the real SDK client asks, and answers are what Connect's would be.
import { ConnectClient } from '@aws-sdk/client-connect';
import { expect, it } from 'vitest';
import { connectAgentHolds } from '../../lib/aws/connect/agent-holds.ts';
import { connectPhones } from '../../lib/aws/connect/phones.ts';
import { answeringAws } from '../support/answering-aws.ts';
import { answeringPhones } from '../support/answering-phones.ts';
import { agentHoldsContract } from './agent-holds.ts';
import { phonesContract } from './phones.ts';

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
