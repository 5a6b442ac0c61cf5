// Another number or address of a record becomes the one that is called, or written to, first
// (REC-5). A call under way goes on; the next one follows the new order.
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { withDefault } from '../../domain/records/default-endpoint.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Answer = TaskOutput<'change-default'>;

const NAMES = { phone: 'telephone number', email: 'e-mail address' } as const;

export const changeDefault: UseCase<'change-default', PortsOf<'change-default'>> = (
  { campaign, record: id, of, value, by },
  ports,
) =>
  untilCommitted(`record ${id}`, async (): Promise<Answer | 'conflict'> => {
    const ref = { campaign: campaignId(campaign), record: recordId(id) };
    const record = await ports.records.load(ref);
    if (record === undefined) return refused(`there is no record '${id}'`);
    const change = withDefault(record, of, value, by, ports.clock.now());
    if (change === undefined) return refused(`the record has no such ${NAMES[of]}`);
    if (change === 'unchanged') return { kind: 'unchanged' };
    return (await ports.records.commit(change)) === 'committed' ? { kind: 'changed' } : 'conflict';
  });

const refused = (reason: string): Answer => ({ kind: 'refused', reasons: [reason] });
