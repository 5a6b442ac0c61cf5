// The ports in memory keep the promises of every port.
import { memoryAgentBoard } from '../../lib/simulation/memory/agent-board.ts';
import { memoryCallThrottle } from '../../lib/simulation/memory/call-throttle.ts';
import { memoryCampaignStore } from '../../lib/simulation/memory/campaign-store.ts';
import { memoryJournal } from '../../lib/simulation/memory/journal.ts';
import { memoryRecordStore } from '../../lib/simulation/memory/record-store.ts';
import { agentBoardContract } from './agent-board.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { recordStoreContract } from './record-store.ts';

recordStoreContract('in memory', async () => {
  const journal = memoryJournal();
  return { records: memoryRecordStore(journal), journal };
});
campaignStoreContract('in memory', async () => {
  const journal = memoryJournal();
  return { campaigns: memoryCampaignStore(journal), journal };
});
agentBoardContract('in memory', async () => memoryAgentBoard());
callThrottleContract('in memory', async (rate) => memoryCallThrottle(rate));
