// From a line of the journal to the event on the bus (WHK-2): the entry's type is the detail type,
// its content is the detail, under an id that stays the same however often the stream repeats it.
import { z } from 'zod';
import { instant, toIso } from '../../domain/model/instant.ts';
import { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';

/** Version of the published event schemas; it grows when a reader of the old ones would stumble. */
const EVENT_VERSION = 1;

const Written = z.object({
  id: z.string(),
  campaign: z.string(),
  record: z.string().optional(),
  entry: z.union([RecordEntry, CampaignEntry]),
});

export const publishJournal: UseCase<'publish-journal', PortsOf<'publish-journal'>> = async ({
  entry: written,
}) => {
  const { id, campaign, record, entry } = Written.parse(written);
  const { type, at, ...details } = entry;
  const owner = record === undefined ? { campaign } : { campaign, record };
  const detail = { version: EVENT_VERSION, id, ...owner, at: toIso(instant(at)), ...details };
  return { detailType: type, detail };
};
