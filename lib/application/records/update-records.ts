// A person decides about records outside of a call, one or many at once (CBR-9, REC-7). Every
// record is a commit of its own: what is refused for one is done for the others, and asked again
// nothing happens twice.
import {
  agentId,
  type CampaignId,
  campaignId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import { instant } from '../../domain/model/instant.ts';
import { type RecordUpdate, updateRecord } from '../../domain/records/update-record.ts';
import { own } from '../../language/dictionary.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, UseCase } from '../tasks/tasks.ts';
import { tickSoon } from '../tick-soon.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'update-records'>;
type Input = TaskInput<'update-records'>;
type Outcome = 'changed' | 'unchanged' | { readonly refused: string };

/**
 * Records looked at in one run; who asks for all that are set aside asks again until none is left.
 */
const AT_MOST = 500;
/** Commits under way at once. */
const SIDE_BY_SIDE = 10;

export const updateRecords: UseCase<'update-records', Needs> = async (input, ports) => {
  const id = campaignId(input.campaign);
  const wrong = against(input, ports);
  if (wrong.length > 0) return { kind: 'refused', reasons: wrong };
  const refs = await recordsOf(id, input, ports);
  const answer = { changed: 0, unchanged: 0, refused: [] as { record: string; reason: string }[] };
  for (let from = 0; from < refs.length; from += SIDE_BY_SIDE) {
    const some = refs.slice(from, from + SIDE_BY_SIDE);
    const outcomes = await Promise.all(some.map((ref) => update(ref, input, ports)));
    for (const [n, outcome] of outcomes.entries()) {
      if (typeof outcome === 'string') answer[outcome]++;
      else answer.refused.push({ record: some[n]?.record ?? '', reason: outcome.refused });
    }
  }
  const { state } = await ports.campaigns.load(id);
  if (input.change.kind === 'put-back' && answer.changed > 0 && state === 'running') {
    const { at = ports.clock.now() } = input.change;
    await tickSoon(id, instant(at), ports);
  }
  return { kind: 'updated', ...answer, more: refs.length === AT_MOST, campaignState: state };
};

function against({ campaign, change }: Input, ports: Needs): string[] {
  const { campaigns, groups } = ports.definitions.definitions();
  if (campaigns[campaign] === undefined) return [`there is no campaign '${campaign}'`];
  if (change.kind !== 'reserve') return [];
  const isKnown = Object.values(groups).some(({ agents }) => agents.includes(change.agent));
  return isKnown ? [] : [`there is no agent '${change.agent}'`];
}

async function recordsOf(
  campaign: CampaignId,
  { records }: Input,
  ports: Needs,
): Promise<readonly RecordRef[]> {
  if (records === 'set-aside') return ports.records.setAside(campaign, AT_MOST);
  return [...new Set(records)].map((record) => ({ campaign, record: recordId(record) }));
}

function update(
  ref: RecordRef,
  { change, by, versions = {} }: Input,
  ports: Needs,
): Promise<Outcome> {
  return untilCommitted(`record ${ref.record}`, async (): Promise<Outcome | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined) return { refused: 'there is no such record' };
    const version = own(versions, ref.record);
    if (version !== undefined && version !== record.version)
      return { refused: 'it was changed since it was read' };
    const now = ports.clock.now();
    const updated = updateRecord({ record, update: asUpdate(change), by, now });
    if (updated.kind === 'unchanged') return 'unchanged';
    if (updated.kind === 'refused') return { refused: updated.because };
    const committed = await ports.records.commit(updated.change);
    return committed === 'committed' ? 'changed' : 'conflict';
  });
}

function asUpdate(change: Input['change']): RecordUpdate {
  if (change.kind === 'reserve') return { kind: 'reserve', agent: agentId(change.agent) };
  if (change.kind !== 'put-back') return change;
  return { kind: 'put-back', at: change.at === undefined ? undefined : instant(change.at) };
}
