// What a dry run needs, from what the console asks for.
import { Temporal } from 'temporal-polyfill';
import { TASK_MEMORY } from '../../lib/application/tasks/tasks.ts';
import { instant } from '../../lib/domain/model/instant.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { withoutPrototypes } from '../../lib/language/dictionary.ts';
import { BehaviourFile } from '../../lib/language/schema/behaviour.ts';
import type { NamedColumns } from '../../lib/language/schema/campaign.ts';
import { PricesFile } from '../../lib/language/schema/prices.ts';
import type { DryRunPlan } from '../../lib/simulation/dry-run/dry-run.ts';
import { agentGroupsOf, chooseAgents } from '../../lib/simulation/dry-run/staff.ts';
import { type Variation, type Varied, vary } from '../../lib/simulation/dry-run/vary.ts';
import type { DryRunOrder, OurColumns } from './messages.ts';

export type Planned =
  | { readonly kind: 'planned'; readonly plan: DryRunPlan }
  | { readonly kind: 'impossible'; readonly because: string };

export function planOf(order: DryRunOrder): Planned {
  const { campaign, list, columns, from, days, seed, agents, answer, change } = order;
  const told = withoutPrototypes(order.definitions as Definitions);
  const read = columns === undefined ? told : withOurColumns(told, campaign, columns);
  const varied = variedBy(read, campaign, change);
  if (varied.kind === 'impossible') return varied;
  const { definitions } = varied;
  const { timeZone } = definitions.centre;
  const begins = Temporal.PlainDateTime.from(from).toZonedDateTime(timeZone).epochMilliseconds;
  const groups = agentGroupsOf(definitions, campaign);
  const staff = chooseAgents(definitions, campaign, agents);
  const plan: DryRunPlan = {
    definitions,
    campaigns: [{ id: campaign, contacts: { name: 'contacts.csv', bytes: list }, groups }],
    agents: staff.map(({ id, group }) => ({ id, group, arn: `arn:simulated:agent/${id}` })),
    // callers are no part of a list
    callers: 0,
    from: instant(begins),
    days,
    seed,
    behaviour: { ...BehaviourFile.parse({}), callees: { answer } },
    prices: PricesFile.parse(order.prices ?? {}),
    memory: TASK_MEMORY,
  };
  return { kind: 'planned', plan };
}

/** A campaign that takes calls or writes runs as it is. */
const variedBy = (definitions: Definitions, campaign: string, change: Variation): Varied =>
  Object.keys(change).length === 0
    ? { kind: 'varied', definitions }
    : vary(definitions, campaign, change);

/** A list that the console has written is read as it was written. */
function withOurColumns(
  definitions: Definitions,
  id: string,
  { phones, email, weight, fields }: OurColumns,
): Definitions {
  const campaign = definitions.campaigns[id];
  if (campaign === undefined) return definitions;
  const columns: NamedColumns = { phone: [...phones], email, weight, fields: { ...fields } };
  const campaigns = { ...definitions.campaigns, [id]: { ...campaign, columns } };
  return { ...definitions, campaigns };
}
