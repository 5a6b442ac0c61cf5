// The scenarios beside rules and IVRs, played as `ringback test` plays them, for the console to
// step through.
import { inboundCampaigns } from '../compiler/checks/check-facts.ts';
import { compileRules } from '../compiler/compile-rule.ts';
import { part } from '../compiler/ivr/ivr-context.ts';
import { ivrGraph } from '../compiler/ivr/ivr-graph.ts';
import { WAY } from '../compiler/ivr/ivr-layout.ts';
import type { PlayedScenario, PlayedStep, StepFact } from '../domain/model/played-scenario.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Loaded } from '../language/load.ts';
import type { IvrTest } from '../language/schema/ivr-test.ts';
import type { CallProgress } from '../simulation/ivr/call-progress.ts';
import { runIvrTest } from '../simulation/ivr/run-ivr-test.ts';
import { toLocal } from '../simulation/scenarios/local-time.ts';
import { runScenario, type ScenarioCallOutcome } from '../simulation/scenarios/run-scenario.ts';

type Tests = Pick<Loaded, 'scenarios' | 'ivrTests' | 'places'>;

export async function playedScenarios(
  definitions: Definitions,
  tests: Tests,
): Promise<readonly PlayedScenario[]> {
  return [...(await ofRules(definitions, tests)), ...(await ofIvrs(definitions, tests))];
}

async function ofRules(definitions: Definitions, { scenarios, places }: Tests) {
  const played: PlayedScenario[] = [];
  const zone = definitions.centre.timeZone;
  for (const rule of compileRules(definitions))
    for (const [n, scenario] of (scenarios[rule.id] ?? []).entries()) {
      const { name, passed, calls } = await runScenario(scenario, rule, definitions);
      const { file, line } = places.keyAt(['scenarios', rule.id, n]);
      const steps = calls.flatMap((call) => stepsOfCall(call, zone));
      played.push({ kind: 'rule', of: rule.id, name, file, line, passed, steps });
    }
  return played;
}

function stepsOfCall(call: ScenarioCallOutcome, zone: string): readonly PlayedStep[] {
  const { path, values, number, status, at, record, messages } = call;
  const sent = (kind: 'sms' | 'email') =>
    messages.filter(({ content }) => content.kind === kind).length || undefined;
  const after: readonly StepFact[] = [
    { name: 'state', value: record.state },
    ...fact('next', record.nextContact && toLocal(record.nextContact, zone)),
    ...fact('sms', sent('sms')),
    ...fact('email', sent('email')),
  ];
  return path.map((tile, n): PlayedStep => {
    const facts = [
      ...fact('status', status),
      ...fact('at', toLocal(at, zone)),
      ...fact('saw', values[tile]),
      ...(n < path.length - 1 ? [] : after),
    ];
    return { tile, call: number, facts };
  });
}

const fact = (
  name: StepFact['name'],
  value: string | number | boolean | undefined,
): readonly StepFact[] => (value === undefined ? [] : [{ name, value: String(value) }]);

async function ofIvrs(definitions: Definitions, { ivrTests, places }: Tests) {
  const played: PlayedScenario[] = [];
  const used = new Set(inboundCampaigns(definitions).map(([, { ivr }]) => ivr));
  for (const [id, tests] of Object.entries(ivrTests)) {
    if (!used.has(id)) continue;
    for (const [n, test] of tests.entries()) {
      const { steps, name, passed } = await playedCall(test, id, definitions);
      const { file, line } = places.keyAt(['ivrTests', id, n]);
      played.push({ kind: 'ivr', of: id, name, file, line, passed, steps });
    }
  }
  return played;
}

async function playedCall(test: IvrTest, ivr: string, definitions: Definitions) {
  const { starts, nodes } = ivrGraph(definitions.ivrs[ivr] ?? { name: ivr, blocks: {} });
  const steps: { tile: string; facts: StepFact[] }[] = starts.map((tile) => ({ tile, facts: [] }));
  const noted = new Map([...nodes.keys()].map((id) => [part(id, WAY), id]));
  const { name, passed, came } = await runIvrTest(test, ivr, definitions, (news) => {
    const block = news.kind === 'visited' ? noted.get(news.visited.action) : undefined;
    const fact = factOf(news);
    if (block !== undefined) steps.push({ tile: block, facts: [] });
    if (fact !== undefined) steps.at(-1)?.facts.push(fact);
  });
  steps.at(-1)?.facts.push({ name: 'ends', value: came.ends });
  if (came.callback !== undefined)
    steps.at(-1)?.facts.push({ name: 'callback', value: came.callback });
  return { name, passed, steps };
}

function factOf(news: CallProgress): StepFact | undefined {
  switch (news.kind) {
    case 'heard':
      return { name: 'hears', value: news.text };
    case 'queued':
      return { name: 'queue', value: news.target.name };
    case 'connected':
      return { name: 'agent', value: news.agent };
    case 'asked':
      return { name: 'asked', value: `${news.task}: ${news.answer}` };
    case 'visited':
      return undefined;
  }
}
