// What the ticks of a campaign remember: what the pacing has learned, the calls it watches, and
// the calls ordered lately. It is one compressed text: hundreds of numbers that are only ever read
// and written together, and DynamoDB bills by size. It lies with the campaign's state, or, where
// many calls are under way, in items of its own: else every order would write it and every function
// that asks whether the campaign runs would read it. An item may have 400 KB.
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Dynamo, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { campaignPartition } from './journal-items.ts';
import { put } from './writes.ts';

/** Bytes up to which it lies with the state. */
const WITH_STATE = 16_384;
/** Calls ordered lately that lie with the state. */
const RECENT_WITH_STATE = 200;
const PART = 300_000;

type Pacing = NonNullable<CampaignState['pacing']>;
type Remembered = Pick<CampaignState, 'pacing' | 'recentOrders'>;

/** Versions before compression stored the text itself. */
export type StoredState = Omit<CampaignState, 'pacing' | 'recentOrders'> & {
  readonly recentOrders?: CampaignState['recentOrders'];
  readonly pacing?: Uint8Array | string;
  /** Items beside it that hold the rest, of the same version. */
  readonly parts?: number;
};

const partKey = (campaign: CampaignId, nth: number): Key => ({
  pk: campaignPartition(campaign),
  sk: `remembered#${nth}`,
});

/** The state's own item, and the writes of what lies beside it. */
export function stateItems(
  table: string,
  state: CampaignState,
): { readonly own: StoredState; readonly beside: readonly Write[] } {
  const { pacing, recentOrders, ...rest } = state;
  const packed = pacing && deflateRawSync(JSON.stringify(pacing));
  if ((packed?.length ?? 0) <= WITH_STATE && recentOrders.length <= RECENT_WITH_STATE)
    return { own: { ...rest, recentOrders, ...(packed && { pacing: packed }) }, beside: [] };
  const bytes = deflateRawSync(JSON.stringify({ pacing, recentOrders } satisfies Remembered));
  const { campaign, version } = state;
  const beside = Array.from({ length: Math.ceil(bytes.length / PART) }, (_, nth) => {
    const part = bytes.subarray(nth * PART, (nth + 1) * PART);
    return put(table, { ...partKey(campaign, nth), version, part });
  });
  return { own: { ...rest, parts: beside.length }, beside };
}

/** @returns undefined when it has been written anew since the state was read */
export async function wholeState(
  db: Pick<Dynamo, 'get'>,
  table: string,
  stored: StoredState,
): Promise<CampaignState | undefined> {
  const { pacing, recentOrders = [], parts = 0, ...rest } = stored;
  if (parts === 0)
    return { ...rest, recentOrders, ...(pacing && { pacing: unpacked<Pacing>(pacing) }) };
  const items = await Promise.all(
    Array.from({ length: parts }, (_, nth) => db.get(table, partKey(rest.campaign, nth))),
  );
  if (items.some((item) => item?.version !== rest.version)) return undefined;
  const bytes = Buffer.concat(items.map((item) => partOf(item)));
  return { ...rest, ...unpacked<Remembered>(bytes) };
}

const partOf = (item: Item | undefined): Uint8Array =>
  item?.part instanceof Uint8Array ? item.part : new Uint8Array();

function unpacked<T>(bytes: Uint8Array | string): T {
  const text = typeof bytes === 'string' ? bytes : inflateRawSync(bytes).toString();
  return JSON.parse(text) as T;
}
