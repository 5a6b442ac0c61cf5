// The ports in memory keep the promises of every port.

import { worldTelephony } from '../../lib/simulation/centre/world-telephony.ts';
import { memoryAgentBoard } from '../../lib/simulation/memory/agent-board.ts';
import { memoryCallSlots } from '../../lib/simulation/memory/call-slots.ts';
import { memoryCallThrottle } from '../../lib/simulation/memory/call-throttle.ts';
import { memoryCampaignStore } from '../../lib/simulation/memory/campaign-store.ts';
import { memoryContactFiles } from '../../lib/simulation/memory/contact-files.ts';
import { memoryIds } from '../../lib/simulation/memory/ids.ts';
import { memoryJournal } from '../../lib/simulation/memory/journal.ts';
import { memorySurveyQueue } from '../../lib/simulation/memory/queues.ts';
import { memoryRecordStore } from '../../lib/simulation/memory/record-store.ts';
import { memoryRecordings } from '../../lib/simulation/memory/recordings.ts';
import { memorySecrets } from '../../lib/simulation/memory/secrets.ts';
import { memoryServiceTokens } from '../../lib/simulation/memory/service-tokens.ts';
import { memoryServices } from '../../lib/simulation/memory/services.ts';
import { memoryTelephony } from '../../lib/simulation/memory/telephony.ts';
import { aWorld } from '../unit/simulation/world/a-world.ts';
import { agentBoardContract } from './agent-board.ts';
import { callSlotsContract } from './call-slots.ts';
import { callThrottleContract } from './call-throttle.ts';
import { campaignStoreContract } from './campaign-store.ts';
import { contactFilesContract } from './contact-files.ts';
import { idsContract } from './ids.ts';
import { LOOKED_UP, recordStoreContract } from './record-store.ts';
import { recordingsContract } from './recordings.ts';
import { secretsContract } from './secrets.ts';
import { serviceTokensContract } from './service-tokens.ts';
import { servicesContract } from './services.ts';
import { surveyQueueContract } from './survey-queue.ts';
import { telephonyContract } from './telephony.ts';

recordStoreContract('in memory', async () => {
  const journal = memoryJournal();
  return { records: memoryRecordStore(journal, () => LOOKED_UP), journal };
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
callSlotsContract('in memory', async () => memoryCallSlots());
serviceTokensContract('in memory', async () => memoryServiceTokens());
secretsContract('in memory', async (values) => memorySecrets(values));
servicesContract('in memory', async (played) => memoryServices(played));
recordingsContract('in memory', async () => {
  const recordings = memoryRecordings();
  return {
    recordings,
    put: async (_contact, key, wav, begunAt) => recordings.put(key, wav, begunAt),
  };
});
surveyQueueContract('in memory', async () => {
  const queue = memorySurveyQueue();
  return { queue, taken: () => queue.sent.map(({ body: order, delay }) => ({ order, delay })) };
});
