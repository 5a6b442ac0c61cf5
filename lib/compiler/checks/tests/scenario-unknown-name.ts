import { ANY } from '../../../language/gaps.ts';
import type { Scenario } from '../../../language/schema/scenario.ts';
import {
  type Check,
  type CheckFacts,
  campaignsUsing,
  type Finding,
  fieldsOf,
  idsOf,
  namesAt,
  tilesOf,
  unlessKnown,
} from '../check-facts.ts';

/** Scenarios name tiles, campaigns, fields and classifiers that exist (NEW-3). */
export const scenarioUnknownName: Check = function* (facts) {
  for (const [rule, list] of Object.entries(facts.scenarios)) {
    if (!(rule in facts.definitions.rules)) continue;
    for (const [index, scenario] of list.entries()) {
      yield* tileNames(facts, rule, index, scenario);
      yield* givenNames(facts, rule, index, scenario);
    }
  }
};

function* tileNames(
  facts: CheckFacts,
  rule: string,
  index: number,
  { expect }: Scenario,
): Generator<Finding> {
  const known = tilesOf(facts, rule);
  for (const [call, { path }] of expect.entries()) {
    const at = facts.places.valueAt(['scenarios', rule, index, 'expect', call]);
    for (const tile of path) {
      const message = `rule '${rule}' has no tile '${tile}'`;
      yield* unlessKnown(tile, known, at, message);
    }
  }
}

function* givenNames(
  facts: CheckFacts,
  rule: string,
  index: number,
  { given, calls }: Scenario,
): Generator<Finding> {
  const { definitions, gaps, places } = facts;
  const at = (...path: readonly (string | number)[]) =>
    places.keyAt(['scenarios', rule, index, ...path]);
  const isUseKnown = gaps.isWhole(['campaigns', ANY, 'channels', 'outbound', 'rule']);
  const first = isUseKnown ? campaignsUsing(definitions, rule)[0]?.[0] : undefined;
  const id = given.campaign ?? first;
  if (id === undefined) return;
  const campaigns = idsOf(facts, 'campaigns');
  const noCampaign = `there is no campaign '${id}'`;
  yield* unlessKnown(id, campaigns, at('given', 'campaign'), noCampaign);
  const campaign = definitions.campaigns[id];
  if (!campaign) return;
  for (const field of Object.keys(given.fields)) {
    const message = `campaign '${id}' has no field '${field}'`;
    const known = fieldsOf(facts, id);
    const where = at('given', 'fields', field);
    yield* unlessKnown(field, known, where, message);
  }
  const place = ['campaigns', id, 'classifiers'];
  const classifiers = namesAt(facts, campaign.classifiers, place);
  const named = [
    { name: given.classifier, where: at('given', 'classifier') },
    ...calls.map((call, i) => ({
      name: 'classifier' in call ? call.classifier : undefined,
      where: at('calls', i, 'classifier'),
    })),
  ];
  for (const { name, where } of named) {
    if (name === undefined) continue;
    const message = `campaign '${id}' has no classifier '${name}'`;
    yield* unlessKnown(name, classifiers, where, message);
  }
}
