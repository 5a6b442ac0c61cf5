// The ports in memory keep the promises of every port.

import { worldTelephony } from '../../lib/simulation/centre/world-telephony.ts';
import { memoryAgentBoard } from '../../lib/simulation/memory/agent-board.ts';
import { memoryCallThrottle } from '../../lib/simulation/memory/call-throttle.ts';
import { memoryCampaignStore } from '../../lib/simulation/memory/campaign-store.ts';
import { memoryContactFiles } from '../../lib/simulation/memory/contact-files.ts';
import { memoryIds } from '../../lib/simulation/memory/ids.ts';
import { memoryJournal } from '../../lib/simulation/memory/journal.ts';
import { memoryRecordStore } from '../../lib/simulation/memory/record-store.ts';
import { memoryTelephony } from '../../lib/simulation/memory/telephony.ts';
import { aWorld } from '../unit/simulation/world/a-world.ts';
import { agentBoardContract } from './agent-board.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { contactFilesContract } from './contact-files.ts';
import { idsContract } from './ids.ts';
import { recordStoreContract } from './record-store.ts';
import { telephonyContract } from './telephony.ts';

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
telephonyContract('noting only', async () => memoryTelephony());
telephonyContract('the simulated network', async () => worldTelephony(aWorld().world));
contactFilesContract('in memory', async () => {
  const files = memoryContactFiles();
  return { files, put: async (key, content) => files.put(key, content) };
});
idsContract('in memory', async (now) => memoryIds({ now }));
