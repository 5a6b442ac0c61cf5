import { ANY } from '../../../language/gaps.ts';
import type { Path } from '../../../language/read-yaml.ts';
import type { IvrTest } from '../../../language/schema/ivr-test.ts';
import {
  agentsOf,
  blocksOf,
  type Check,
  type CheckFacts,
  fieldsOf,
  idsOf,
  inboundCampaigns,
  inboundPath,
  type Names,
  namesFrom,
  unlessKnown,
} from '../check-facts.ts';

/** Tests of an IVR name what exists (NEW-3). */
export const ivrTestUnknownName: Check = function* (facts) {
  for (const [ivr, tests] of Object.entries(facts.ivrTests)) {
    if (!idsOf(facts, 'ivrs').known.includes(ivr)) continue;
    for (const [index, test] of tests.entries()) {
      for (const { path, name, among, what } of namesOf(facts, ivr, test)) {
        const at = facts.places.valueAt(['ivrTests', ivr, index, ...path]);
        yield* unlessKnown(name, among, at, `there is no ${what} '${name}'`);
      }
    }
  }
};

interface Name {
  readonly path: Path;
  readonly name: string;
  readonly among: Names;
  readonly what: string;
}

function namesOf(
  facts: CheckFacts,
  ivr: string,
  { given, call, does, expect }: IvrTest,
): readonly Name[] {
  const { definitions, gaps } = facts;
  const users = inboundCampaigns(definitions).filter(([, inbound]) => inbound.ivr === ivr);
  const every = ['campaigns', ANY, 'channels', 'inbound'];
  const campaigns = namesFrom(
    facts,
    users.map(([id]) => id),
    every,
  );
  const campaign = given.campaign ?? (gaps.isWhole(every) ? campaigns.known[0] : undefined);
  if (campaign === undefined) return [];
  const blocks = blocksOf(facts, ivr);
  const queues = idsOf(facts, 'queues');
  const agents = agentsOf(facts);
  const numbers = namesFrom(
    facts,
    users.find(([id]) => id === campaign)?.[1].numbers ?? [],
    inboundPath(campaign),
  );
  const fields = fieldsOf(facts, campaign);
  const all = (
    what: string,
    among: Names,
    path: Path,
    names: readonly (string | undefined)[],
  ): readonly Name[] =>
    names.flatMap((name) => (name === undefined ? [] : [{ path, name, among, what }]));
  return [
    ...all('campaign with this IVR', campaigns, ['given', 'campaign'], [given.campaign]),
    ...given.records.flatMap(({ fields: values, lastAgent, privateTo }, index) => [
      ...Object.keys(values).flatMap((field) =>
        all('field', fields, ['given', 'records', index, 'fields', field], [field]),
      ),
      ...all('agent', agents, ['given', 'records', index], [lastAgent, privateTo]),
    ]),
    ...all('agent', agents, ['given', 'agents'], given.agents ?? []),
    ...all('queue', queues, ['given', 'full'], given.full),
    ...all('block', blocks, ['given', 'over'], given.over),
    ...all(
      'block',
      withName(blocks, 'authorisation'),
      ['given', 'answers'],
      Object.keys(given.answers),
    ),
    ...all('number of the campaign', numbers, ['call', 'to'], [call.to]),
    ...does.flatMap((act, index) =>
      all('agent', agents, ['does', index], [act.kind === 'is-answered' ? act.by : undefined]),
    ),
    ...all('block', blocks, ['expect', 'path'], expect.path ?? []),
    ...all('queue', withName(queues, 'none'), ['expect', 'queue'], [expect.queue]),
    ...all('agent', agents, ['expect', 'agent'], [expect.agent]),
  ];
}

const withName = ({ known, mayBe }: Names, name: string): Names => ({
  known: [...known, name],
  mayBe,
});
