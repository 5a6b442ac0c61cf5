// Amazon Connect before a deployment: quotas, instances, numbers and the names of an instance that
// is there already.
import { keepsRecordings } from '../../domain/campaigns/recording.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Account, Deployed } from './account.ts';
import { type Planned, type PreflightRow, rowsFrom } from './preflight-row.ts';

export async function connectRows(
  planned: Planned,
  account: Account,
  deployed: Deployed,
): Promise<readonly PreflightRow[]> {
  const { instanceArn } = planned.definitions.centre.connect;
  const { connect: isDeployed, instance } = deployed;
  const rows = await Promise.all([
    rowsFrom('Quotas of Amazon Connect', async () =>
      quotaRows(planned.definitions, await account.connectQuotas()),
    ),
    rowsFrom('Own numbers', () => numberRows(planned.definitions, account)),
    instance === undefined
      ? []
      : rowsFrom('Connect instance', () => changedInstanceRows(instance, planned, account)),
    instanceArn === undefined
      ? isDeployed
        ? []
        : rowsFrom('Connect instances', () => newInstanceRows(planned.definitions, account))
      : rowsFrom('Connect instance', () => instanceRows(instanceArn, planned, account, isDeployed)),
  ]);
  return rows.flat();
}

interface Quota {
  readonly what: string;
  /** As Service Quotas names it. */
  readonly name: RegExp;
  readonly needed: (definitions: Definitions) => number;
  /** What happens with less. */
  readonly less: 'limits' | 'stops';
  readonly todo: string;
}

const outbound = ({ campaigns }: Definitions) =>
  Object.values(campaigns).flatMap(({ channels }) => channels.outbound ?? []);

const QUOTAS: readonly Quota[] = [
  {
    what: 'Numbers of an instance',
    name: /^phone numbers per instance/i,
    needed: ({ centre }) => Object.values(centre.numbers).filter((one) => 'claim' in one).length,
    less: 'stops',
    todo: 'ask for more (Service Quotas, Amazon Connect)',
  },
  {
    what: 'Queues of an instance',
    name: /^queues per instance/i,
    needed: ({ queues }) => Object.keys(queues).length,
    less: 'stops',
    todo: 'ask for more (Service Quotas, Amazon Connect)',
  },
  {
    what: 'Concurrent calls of an instance',
    name: /^concurrent (active )?calls per instance/i,
    // everybody talks, and somebody waits
    needed: ({ groups }) => Object.values(groups).flatMap(({ agents }) => agents).length + 1,
    less: 'limits',
    todo: 'ask for more than the agents there are (Service Quotas, Amazon Connect); it takes up to weeks',
  },
  {
    what: 'Concurrent campaign calls',
    name: /^concurrent campaign (active )?calls per instance/i,
    needed: (definitions) =>
      outbound(definitions).some(({ machineDetection }) => machineDetection) ? 1 : 0,
    less: 'stops',
    todo: 'ask for them (Service Quotas, Amazon Connect), or leave out machineDetection: calls with it fail',
  },
  {
    what: 'Rate of calls, each second',
    name: /StartOutboundVoiceContact/i,
    needed: (definitions) =>
      outbound(definitions).length > 0 ? definitions.centre.connect.callsPerSecond : 0,
    less: 'limits',
    todo: 'write the allowed rate as connect.callsPerSecond, or ask for a higher one',
  },
];

function quotaRows(
  definitions: Definitions,
  quotas: ReadonlyMap<string, number>,
): readonly PreflightRow[] {
  return QUOTAS.flatMap(({ what, name, needed: need, less, todo }): readonly PreflightRow[] => {
    const needed = need(definitions);
    if (needed === 0) return [];
    const found = [...quotas].find(([each]) => name.test(each))?.[1];
    const row = { what, needed: String(needed) };
    if (found === undefined) {
      const look = 'Service Quotas does not list it: look at the instance in the console';
      return [{ ...row, found: 'not told', verdict: 'unknown', todo: look }];
    }
    if (found >= needed) return [{ ...row, found: String(found), verdict: 'ready' }];
    return [{ ...row, found: String(found), verdict: less, todo }];
  });
}

async function numberRows(
  { centre }: Definitions,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const existing = Object.entries(centre.numbers).filter(([, one]) => 'number' in one);
  if (existing.length === 0) return [];
  const numbers = await account.ownNumbers();
  return existing.map(([id, one]) => {
    const known = 'number' in one && numbers.has(one.number);
    const row = { what: `Number '${id}'`, needed: 'in this account and region' };
    if (known) return { ...row, found: 'there', verdict: 'ready' };
    const todo = 'claim it, or ask AWS Support for it, before the deployment';
    return { ...row, found: 'not there', verdict: 'stops', todo };
  });
}

async function newInstanceRows(
  { centre }: Definitions,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const [instances, quotas] = await Promise.all([
    account.connectInstances(),
    account.connectQuotas().catch(() => new Map<string, number>()),
  ]);
  const allowed = [...quotas].find(([name]) => /instances? (count|per)/i.test(name))?.[1] ?? 2;
  const room = instances.length < allowed;
  const rows: PreflightRow[] = [
    {
      what: 'Connect instances in this region',
      found: `${instances.length} of ${allowed}`,
      needed: 'room for one',
      verdict: room ? 'ready' : 'stops',
      todo: room
        ? undefined
        : 'use one that is there (connect.instanceArn), delete one, or ask for more',
    },
  ];
  const { alias } = centre.connect;
  if (alias !== undefined && instances.some((each) => each.alias === alias))
    rows.push({
      what: `Alias '${alias}'`,
      found: 'taken',
      needed: 'free',
      verdict: 'stops',
      todo: 'choose another alias, or use that instance with connect.instanceArn',
    });
  return rows;
}

/** What the dialer has taken from the Connect stack cannot be replaced while it is in use. */
async function changedInstanceRows(
  deployed: string,
  { name, definitions }: Planned,
  account: Account,
): Promise<readonly PreflightRow[]> {
  const { instanceArn, alias } = definitions.centre.connect;
  const instances = await account.connectInstances();
  const now = instances.find(({ arn }) => arn.endsWith(`/${deployed}`));
  const stays =
    instanceArn === undefined
      ? now?.alias === undefined || isNamedByUs(now.alias, alias, name)
      : instanceArn.endsWith(`/${deployed}`);
  if (stays) return [];
  return [
    {
      what: 'Change of the Connect instance',
      found: `deployed into ${now?.alias ?? deployed}`,
      needed: 'the same instance',
      verdict: 'stops',
      todo: `take the dialer down first, no data is in it: npx cdk destroy ${name}-dialer`,
    },
  ];
}

/** As lib/infra/connect/instance.ts names a new one. */
const isNamedByUs = (now: string, planned: string | undefined, name: string): boolean =>
  planned === undefined
    ? now.startsWith(`${name}-`) && /^[0-9a-f]{8}$/.test(now.slice(name.length + 1))
    : now === planned;

/** An existing instance: is it there, and do names of ours collide with what it has? */
async function instanceRows(
  arn: string,
  { name, definitions }: Planned,
  account: Account,
  isDeployed: boolean,
): Promise<readonly PreflightRow[]> {
  const instances = await account.connectInstances();
  const row = { what: 'Connect instance', needed: 'in this account and region' };
  if (!instances.some((each) => each.arn === arn)) {
    const todo = 'correct connect.instanceArn, or choose its account and region';
    return [{ ...row, found: 'not there', verdict: 'stops', todo }];
  }
  const there: PreflightRow = { ...row, found: 'there', verdict: 'ready' };
  if (isDeployed) return [there];
  const things = await account.thingsOf(arn);
  const taken = [
    ...Object.keys(definitions.groups)
      .map((id) => `${name} ${id}`)
      .filter((each) => things.routingProfiles.has(each))
      .map((each) => `routing profile '${each}'`),
    ...Object.keys(definitions.queues)
      .map((id) => `${name} ${id}`)
      .filter((each) => things.queues.has(each))
      .map((each) => `queue '${each}'`),
    ...[`${name} outbound`].filter((each) => things.flows.has(each)).map((one) => `flow '${one}'`),
  ];
  return [there, ...collisions(taken), ...storageRows(definitions, things)];
}

function collisions(taken: readonly string[]): readonly PreflightRow[] {
  if (taken.length === 0) return [];
  return [
    {
      what: 'Names in the instance',
      found: `${taken.join(', ')}`,
      needed: 'free',
      verdict: 'stops',
      todo: 'delete them there, or deploy under another name with -c name=…',
    },
  ];
}

function storageRows(
  { campaigns }: Definitions,
  {
    agentEvents,
    recordings,
  }: { readonly agentEvents: string | undefined; readonly recordings: string | undefined },
): readonly PreflightRow[] {
  const takesCalls = Object.values(campaigns).some(({ channels }) => keepsRecordings(channels));
  const row = (what: string, found: string): PreflightRow => ({
    what,
    found: `go to ${found}`,
    needed: 'nowhere yet',
    verdict: 'stops',
    todo: 'remove that association first: Connect has one place for them',
  });
  return [
    ...(agentEvents === undefined ? [] : [row('Agent events of the instance', agentEvents)]),
    ...(recordings === undefined || !takesCalls
      ? []
      : [row('Recordings of the instance', recordings)]),
  ];
}
