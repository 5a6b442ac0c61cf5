// Fields and weight of a record changed outside of a contact.
import type { Change } from '../../domain/model/change.ts';
import type { RecordRef } from '../../domain/model/ids.ts';
import { editFields, type FieldsEdit } from '../../domain/records/edit-fields.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Ports } from '../ports/ports.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = Pick<Ports, 'records' | 'definitions' | 'clock'>;

export type EditedRecord =
  | { readonly kind: 'edited'; readonly changed: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

export function editRecord(ref: RecordRef, edit: FieldsEdit, ports: Needs): Promise<EditedRecord> {
  const fields = recordSettings(ports.definitions.definitions(), ref.campaign)?.fields ?? {};
  return untilCommitted(`record ${ref.record}`, async (): Promise<EditedRecord | 'conflict'> => {
    const record = await ports.records.load(ref);
    if (record === undefined) return { kind: 'missing' };
    const edited = editFields(record, fields, edit, ports.clock.now());
    if (edited.kind !== 'edited') return edited;
    if ((await ports.records.commit(edited.change)) !== 'committed') return 'conflict';
    return { kind: 'edited', changed: namesIn(edited.change) };
  });
}

const namesIn = ({ entries }: Change): readonly string[] =>
  entries.flatMap((entry) => (entry.type === 'record.edited' ? entry.changed : []));
