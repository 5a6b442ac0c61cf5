// Accounts as `ringback preflight` finds them.
import type { Account } from '../../lib/application/deployment/account.ts';

/** A new account: its quotas as AWS sets them, everything else missing. */
export const EMPTY_ACCOUNT: Account = {
  concurrentFunctions: async () => 10,
  connectQuotas: async () =>
    new Map([
      ['Amazon Connect instance count', 2],
      ['Concurrent active calls per instance', 10],
      ['Concurrent campaign active calls per instance', 0],
      ['Phone numbers per instance', 5],
      ['Queues per instance', 100],
      ['Rate of StartOutboundVoiceContact API requests', 2],
    ]),
  connectInstances: async () => [],
  thingsOf: async () => ({
    routingProfiles: new Set(),
    queues: new Set(),
    flows: new Set(),
    agentEvents: undefined,
    recordings: undefined,
  }),
  ownNumbers: async () => new Map(),
  region: async () => 'eu-central-1',
  email: async () => ({ sandbox: true, perSecond: 1 }),
  verified: async () => new Set(),
  receiving: async () => ({ ruleSet: undefined, recipients: new Set() }),
  texts: async () => ({ sandbox: true, monthlySpend: 1 }),
  textSenders: async () => new Set(),
  deployed: async () => ({ data: false, connect: false, api: false }),
  userPool: async () => undefined,
  secretsNamed: async () => new Set(),
};

export const accountThat = (has: Partial<Account>): Account => ({ ...EMPTY_ACCOUNT, ...has });
