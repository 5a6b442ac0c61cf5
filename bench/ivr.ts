// npm run bench:ivr: how long an IVR takes to compile and its flows to validate, for 20, 200 and
// 2,000 blocks, and how many actions a second the interpreter runs. What matters is that ten times
// the blocks take ten times as long.
import type { Flow } from '../lib/compiler/flows/flow.ts';
import { validateFlow } from '../lib/compiler/flows/validate-flow.ts';
import { byName, compileIvr } from '../lib/compiler/ivr/compile-ivr.ts';
import { newContact } from '../lib/simulation/connect/contact.ts';
import { driveFlow, type EffectPerformer } from '../lib/simulation/connect/drive-flow.ts';
import { FlowRun } from '../lib/simulation/connect/flow-run.ts';
import { inboundDefinitions, LINE } from '../test/support/an-ivr.ts';
import { largeIvr } from '../test/support/large-ivr.ts';
import { median, number, ratio, say, table, timed } from './support.ts';

const SIZES = [20, 200, 2000] as const;
const ROUNDS = 15;
/** So that the small sizes are no shorter to measure than the large one. */
const timesFor = (size: number) => 2000 / size;

const cases = SIZES.map((size) => {
  const definitions = inboundDefinitions({ blocks: largeIvr(size) });
  const compile = () => compileIvr(definitions, LINE, byName(definitions));
  return {
    size,
    compile,
    flows: compile().flows,
    compiling: [] as number[],
    validating: [] as number[],
  };
});

for (let round = 0; round < ROUNDS; round += 1) {
  for (const { size, compile, flows, compiling, validating } of cases) {
    const times = timesFor(size);
    const repeat = (work: () => void) => () => {
      for (let n = 0; n < times; n += 1) work();
    };
    compiling.push((await timed(repeat(compile))) / times);
    const validate = () => {
      for (const { flow, type } of flows) {
        const problems = validateFlow(flow, type);
        if (problems.length > 0) throw new Error(JSON.stringify(problems));
      }
    };
    validating.push((await timed(repeat(validate))) / times);
  }
}

const actionsOf = (flows: readonly { readonly flow: Flow }[]) =>
  flows.reduce((sum, { flow }) => sum + flow.Actions.length, 0);
const [, middle] = cases;
const against =
  (one: (of: (typeof cases)[number]) => readonly number[]) => (of: (typeof cases)[number]) =>
    ratio(median(one(of)) / of.size, median(one(middle ?? of)) / (middle ?? of).size);
const compileRatio = against(({ compiling }) => compiling);
const validateRatio = against(({ validating }) => validating);

table(
  ['', ...SIZES.map((size) => `${number(size)} blocks`)],
  [
    ['flows', ...cases.map(({ flows }) => number(flows.length))],
    ['actions', ...cases.map(({ flows }) => number(actionsOf(flows)))],
    ['compile, ms', ...cases.map(({ compiling }) => number(median(compiling)))],
    ['compile, per block, relative to 200', ...cases.map(compileRatio)],
    ['validate, ms', ...cases.map(({ validating }) => number(median(validating)))],
    ['validate, per block, relative to 200', ...cases.map(validateRatio)],
  ],
);

const rates: number[] = [];
const compiled = cases.at(-1)?.compile();
if (!compiled) throw new Error('nothing was compiled');
const flowNamed = (key: string) => compiled.flows.find((one) => one.key === key)?.flow;
let actions = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const from = performance.now();
  actions = oneCall();
  rates.push((actions / (performance.now() - from)) * 1000);
}
say(
  `\nInterpreter: ${number(median(rates))} actions a second, over calls of ${number(actions)} actions`,
);

/**
 * From section to section until nobody presses a key; every function answers. @returns the actions
 * run
 */
function oneCall(): number {
  let keys = 5000;
  const contact = newContact({
    contactId: 'contact',
    initiationMethod: 'INBOUND',
    instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
    region: 'eu-central-1',
    customerNumber: '+48601000001',
    systemNumber: '+48221230000',
  });
  const world: Partial<EffectPerformer> = {
    say: () => ({ kind: 'done' }),
    menu: () => {
      keys -= 1;
      return keys > 0 ? { kind: 'pressed', key: '9' } : { kind: 'silence' };
    },
    hours: () => ({ kind: 'checked', open: true }),
    invoke: () => ({ kind: 'returned', payload: { outcome: 'ok' } }),
    'load-flow': ({ flowId }) => {
      const flow = flowNamed(flowId);
      return flow ? { kind: 'loaded', flow } : { kind: 'failed', error: 'NoMatchingError' };
    },
  };
  const flow = flowNamed('entry');
  if (!flow) throw new Error('there is no entry');
  const run = new FlowRun({ flow, flowId: 'entry', type: 'CONTACT_FLOW', contact });
  driveFlow(run, world as EffectPerformer);
  return run.path.length;
}
