// What an import would do, told before anything is written: the rows as they would be read, and
// what the gates of an import say of the people in them. The campaign counts as empty, as in a dry
// run.

import { columnsOf } from '../../contacts/columns.ts';
import { namedColumns } from '../../contacts/mapping.ts';
import { type PreviewRow, previewContacts } from '../../contacts/preview.ts';
import { readingOf } from '../../contacts/reading.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { recordSettings } from '../../language/record-settings.ts';
import type { Campaign, NamedColumns } from '../../language/schema/campaign.ts';
import type { Ports } from '../ports/ports.ts';
import type { Against } from './added-change.ts';
import { headingsKey } from './headings-key.ts';
import { heldByCaps, heldRemark } from './held-by-caps.ts';
import { forbiddenIfImported, forbiddenRemark } from './import-permission.ts';

/** Rows that are shown; all are counted. */
const ROWS_SHOWN = 20;

/** @param columns to try; without, those saved for such files, of the campaign, or guessed */
export async function previewImport(
  campaign: string,
  csv: string,
  columns: NamedColumns | undefined,
  ports: Pick<Ports, 'definitions' | 'savedMappings' | 'ledger' | 'contactLog' | 'clock'>,
) {
  const definitions = ports.definitions.definitions();
  const settings = recordSettings(definitions, campaign);
  invariant(settings !== undefined, `campaign '${campaign}' is there`);
  const bytes = () => whole(csv);
  const reading = readingOf(definitions, settings);
  const { file, rows, counts } = await previewContacts(bytes, {
    ...reading,
    saved: async (headings) =>
      columns ?? ports.savedMappings.of(campaignId(campaign), headingsKey(headings)),
  });
  const people = rows.map((row) => (row.outcome === 'imported' ? asPerson(row) : undefined));
  const kept = await keptFromContact(people, { ...reading, campaign, settings }, ports);
  const told = rows.map((row, n) => {
    const remark = remarkOf(kept[n]);
    return remark === undefined ? row : { ...row, remarks: [remark, ...row.remarks] };
  });
  const atCap = kept.filter((one) => one?.held && !one.forbidden).length;
  const barred = kept.filter((one) => one?.forbidden !== undefined).length;
  const { headings, delimiter, mapping, mappedBy, remarks } = file;
  return {
    headings,
    delimiter,
    mappedBy: columns ? ('request' as const) : mappedBy,
    columns: namedColumns(mapping, headings),
    notImported: columnsOf(file).flatMap(({ to, heading }) => (to === 'nothing' ? [heading] : [])),
    remarks,
    counts: {
      ...counts,
      ...(atCap > 0 && { held: atCap }),
      ...(barred > 0 && { notContacted: barred }),
    },
    rows: told.slice(0, ROWS_SHOWN),
  };
}

const asPerson = ({ phones, emails, consent }: PreviewRow) => ({
  phones: endpointsOf(phones),
  emails: endpointsOf(emails),
  consent,
});

interface Previewing {
  readonly campaign: string;
  readonly settings: Campaign;
  readonly country: string;
}

/** Asked for together: a file may have more people than one request reads. */
const ASKED_AT_ONCE = 500;

/** What the gates of an import say, by place; undefined for who is no person. */
async function keptFromContact(
  people: readonly (ReturnType<typeof asPerson> | undefined)[],
  previewing: Previewing,
  ports: Pick<Ports, 'definitions' | 'ledger' | 'contactLog' | 'clock'>,
): Promise<readonly (Against | undefined)[]> {
  const { campaign } = previewing;
  const now = ports.clock.now();
  const importing = { ...previewing, campaign: campaignId(campaign), file: '', now };
  const found: (Against | undefined)[] = [];
  for (let from = 0; from < people.length; from += ASKED_AT_ONCE) {
    const some = people.slice(from, from + ASKED_AT_ONCE);
    const [forbidden, held] = await Promise.all([
      forbiddenIfImported(some, importing, ports.ledger),
      heldByCaps(some, { ...previewing, now }, ports),
    ]);
    found.push(...some.map((_, n) => ({ forbidden: forbidden[n], held: held[n] })));
  }
  return found;
}

function remarkOf({ forbidden, held }: Against = {}): string | undefined {
  if (forbidden !== undefined) return forbiddenRemark(forbidden);
  return held && heldRemark(held);
}

/** The first is the default. */
const endpointsOf = (values: readonly string[]) =>
  values.map((value, n) => ({ value, isDefault: n === 0 }));

async function* whole(csv: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(csv);
}
