// Rows of a file, some at a time.
import type { ContactRow } from '../../contacts/contacts.ts';

/** Rows that are worked on side by side. */
const AT_ONCE = 24;

export async function* batches(
  rows: AsyncIterable<ContactRow>,
): AsyncGenerator<readonly ContactRow[]> {
  let batch: ContactRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
