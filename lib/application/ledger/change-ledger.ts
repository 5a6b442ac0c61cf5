// A person's or a program's word on who may be contacted: on the blacklist or off it, a consent
// given or withdrawn (REC-13, NEW-8). It holds for every contact that has not begun: the ledger is
// asked once more at the moment of dialing or sending.

import { changedPage, EMPTY_PAGE, type LedgerChange } from '../../domain/ledger/ledger.ts';
import { isE164 } from '../../domain/model/e164.ts';
import { campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { TaskInput, TaskOutput, UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';

type Needs = PortsOf<'change-ledger'>;
type Input = TaskInput<'change-ledger'>;
type Answer = TaskOutput<'change-ledger'>;

const refused = (...reasons: string[]): Answer => ({ kind: 'refused', reasons });

export const changeLedger: UseCase<'change-ledger', Needs> = async (input, ports) => {
  const { campaigns } = ports.definitions.definitions();
  const { change } = input;
  const campaign = 'campaign' in change ? change.campaign : undefined;
  if (campaign !== undefined && campaigns[campaign] === undefined) {
    return refused(`there is no campaign '${campaign}'`);
  }
  const now = ports.clock.now();
  if (change.kind === 'blacklist' && change.until !== undefined && change.until <= now) {
    return refused('the blacklist entry would be over already');
  }
  if ('prefix' in input) return changePrefix(input, ports.ledger, now);
  const address = asAddress(input.address);
  if (address === undefined) {
    return refused(NO_ADDRESS);
  }
  return { kind: await changeAddress(address, [asChange(change, input.by)], ports.ledger, now) };
};

export const NO_ADDRESS =
  'the address is neither a telephone number in international form, such as +48221000001, nor an e-mail address';

/** As the ledger has it; undefined when it is neither. */
export function asAddress(text: string): string | undefined {
  const bare = text.replaceAll(/[\s()/.-]/g, '');
  if (isE164(bare)) return bare;
  return /^[^\s@]+@[^\s@]+$/.test(text.trim()) ? text.trim().toLowerCase() : undefined;
}

function asChange(change: Input['change'], by: string): LedgerChange {
  switch (change.kind) {
    case 'blacklist': {
      const { campaign, until } = change;
      const of = campaign === undefined ? undefined : campaignId(campaign);
      return { ...change, campaign: of, by, until: until === undefined ? until : instant(until) };
    }
    case 'allow': {
      const { campaign } = change;
      return { ...change, campaign: campaign === undefined ? undefined : campaignId(campaign) };
    }
    case 'consent':
      return { ...change, at: change.at === undefined ? undefined : instant(change.at) };
    case 'withdraw':
      return { ...change, by };
  }
}

/** Whether the ledger says something else afterwards. */
export function changeAddress(
  address: string,
  changes: readonly LedgerChange[],
  ledger: Ledger,
  now: Instant,
): Promise<'changed' | 'unchanged'> {
  return untilCommitted('the ledger', async () => {
    const before = await ledger.page(address);
    const after = changedPage(before, changes, now);
    if (after === before) return 'unchanged';
    const committed = await ledger.commit(address, before, after);
    return committed === 'committed' ? 'changed' : 'conflict';
  });
}

/** DynamoDB reads the list with every call, so it stays short. */
const MOST_PREFIXES = 200;

function changePrefix(
  { prefix, change, by }: Extract<Input, { prefix: string }>,
  ledger: Ledger,
  now: Instant,
): Promise<Answer> {
  return untilCommitted('the ledger', async (): Promise<Answer | 'conflict'> => {
    const before = await ledger.prefixes();
    const own = before.prefixes.filter((each) => each.prefix === prefix);
    const page = changedPage({ ...EMPTY_PAGE, blacklist: own }, [asChange(change, by)], now);
    if (page.version === 0) return { kind: 'unchanged' };
    const others = before.prefixes.filter((each) => each.prefix !== prefix);
    const prefixes = [...others, ...page.blacklist.map((entry) => ({ ...entry, prefix }))];
    if (prefixes.length > MOST_PREFIXES) {
      return refused(`the blacklist takes ${MOST_PREFIXES} prefixes; blacklist numbers one by one`);
    }
    const after = { version: before.version + 1, prefixes };
    const committed = await ledger.commitPrefixes(before, after);
    return committed === 'committed' ? { kind: 'changed' } : 'conflict';
  });
}
