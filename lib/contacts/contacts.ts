// A file of contacts as a stream of results, one for each row: the pieces of this folder put
// together.
import type { Campaign } from '../language/schema/campaign.ts';
import { decodeText } from './decode.ts';
import { type Mapping, mapColumns } from './mapping.ts';
import { type ContactData, readContact } from './read-contact.ts';
import { readRows } from './rows.ts';

export type ContactRow =
  | {
      readonly kind: 'contact';
      readonly row: number;
      readonly contact: ContactData;
      readonly cells: readonly string[];
      readonly remarks: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly row: number;
      readonly reasons: readonly string[];
      readonly cells: readonly string[];
    }
  | { readonly kind: 'headings'; readonly row: number; readonly cells: readonly string[] };

/**
 * Reads a file of contacts for a campaign. The first result tells the headings, or why they will
 * not do.
 * @param country default country of numbers without one (CAM-26)
 */
export async function* readContacts(
  bytes: AsyncIterable<Uint8Array>,
  campaign: Campaign,
  country: string,
): AsyncGenerator<ContactRow> {
  let mapping: Mapping | undefined;
  for await (const next of readRows(decodeText(bytes))) {
    if ('problem' in next) {
      yield { kind: 'refused', row: next.row, cells: [], reasons: [next.problem] };
      continue;
    }
    const { row, cells } = next;
    if (mapping) {
      yield { row, cells, ...readContact(cells, mapping, campaign, country) };
      continue;
    }
    const mapped = mapColumns(cells, campaign);
    if (mapped.kind === 'refused') {
      yield { kind: 'refused', row, cells, reasons: mapped.problems };
      return;
    }
    mapping = mapped.mapping;
    yield { kind: 'headings', row, cells };
  }
}
