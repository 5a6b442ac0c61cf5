import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import { byName, compileIvr } from '../../../../lib/compiler/ivr/compile-ivr.ts';
import type { CompiledIvr } from '../../../../lib/compiler/ivr/compiled-ivr.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { inboundDefinitions, LINE } from '../../../support/an-ivr.ts';
import { everyKind, schemeA, schemeB, schemeC } from '../../../support/ivr-schemes.ts';

const GOLDEN = fileURLToPath(new URL('../../../golden/ivr/', import.meta.url));

/**
 * Compares with test/golden/ivr/<name>.<flow>.json; UPDATE_GOLDEN=1 writes the files for review as
 * a diff.
 */
function expectGolden(name: string, { flows }: CompiledIvr): void {
  const texts = flows.map(({ key, type, flow }) => ({
    file: `${name}.${key}.json`,
    text: `${JSON.stringify({ type, flow }, null, 2)}\n`,
  }));
  if (process.env.UPDATE_GOLDEN === '1') {
    for (const { file, text } of texts) writeFileSync(`${GOLDEN}${file}`, text);
  }
  expect(readdirSync(GOLDEN).filter((file) => file.startsWith(`${name}.`))).toEqual(
    texts.map(({ file }) => file).toSorted(),
  );
  for (const { file, text } of texts) expect(text).toBe(readFileSync(GOLDEN + file, 'utf8'));
}

const compiled = (definitions: Definitions) => compileIvr(definitions, LINE, byName(definitions));

const everything = () =>
  inboundDefinitions({
    blocks: everyKind,
    ivr: { language: 'cs', voice: { id: 'Jitka' } },
    inbound: {
      holdMusic: 'hold.mp3',
      whisper: { agent: 'A call from {{caller}}.', customer: { recording: 'again.wav' } },
      recording: true,
      skill: 'polish',
      lastAgent: '30 s',
      privateAgent: '60 s',
      survey: {
        questions: [
          { id: 'satisfied', say: 'How satisfied are you, 1 to 5?' },
          { id: 'again', say: { recording: 'again.wav' }, keys: ['1', '2'] },
        ],
      },
    },
    queues: {
      sales: { music: 'queue.wav', overflow: 'service' },
      service: { callerWait: '2 min' },
    },
  });

describe('the flows of an IVR', () => {
  it.each([
    ['scheme-a', schemeA],
    ['scheme-b', schemeB],
    ['scheme-c', schemeC],
  ])('are those on file for %s (IVR-25)', (name, blocks) => {
    expectGolden(name, compiled(inboundDefinitions({ blocks })));
  });

  it('are those on file for every kind of block (IVR-1 to IVR-24)', () => {
    expectGolden('every-kind', compiled(everything()));
  });

  it('are what Connect publishes, each for its type', () => {
    const ivrs = [
      ...[schemeA, schemeB, schemeC].map((blocks) => inboundDefinitions({ blocks })),
      everything(),
    ];

    const problems = ivrs
      .flatMap((definitions) => compiled(definitions).flows)
      .flatMap(({ key, type, flow }) => validateFlow(flow, type).map((problem) => [key, problem]));

    expect(problems).toEqual([]);
  });

  it('come out the same, byte for byte, every time', () => {
    const once = JSON.stringify(compiled(everything()).flows);

    expect(JSON.stringify(compiled(everything()).flows)).toBe(once);
  });

  it('name each other in the entry only, which comes last, so that all deploy in one go', () => {
    const asked: string[] = [];
    const flow = (key: string) => {
      asked.push(key);
      return `arn:${key}`;
    };

    const definitions = everything();

    const { flows, entry } = compileIvr(definitions, LINE, { ...byName(definitions), flow });

    expect(flows.at(-1)?.key).toBe(entry);
    expect([...new Set(asked)].toSorted()).toEqual(
      flows
        .map(({ key }) => key)
        .filter((key) => key !== entry)
        .toSorted(),
    );
    expect(
      flows.filter((one) => JSON.stringify(one.flow).includes('"arn:')).map(({ key }) => key),
    ).toEqual([entry]);
  });

  it('whisper to the agent and to the caller, each in a flow of its type, run when the agent takes the call', () => {
    const { flows } = compiled(everything());

    const whispers = flows.filter(({ key }) => key.endsWith('-whisper'));
    expect(whispers.map(({ key, type }) => [key, type])).toEqual([
      ['agent-whisper', 'AGENT_WHISPER'],
      ['customer-whisper', 'CUSTOMER_WHISPER'],
    ]);
    const entry = flows.find(({ key }) => key === 'entry')?.flow.Actions ?? [];
    const hooks = entry.flatMap(({ Parameters }) => Parameters?.EventHooks ?? []);
    expect(hooks).toContainEqual({ AgentWhisper: 'agent-whisper' });
    expect(hooks).toContainEqual({ CustomerWhisper: 'customer-whisper' });
  });

  it('tell of every action which block it belongs to', () => {
    const ivr = compiled(everything());

    const blocks = ivr.flows.map(({ key, flow }) => [
      key,
      [...new Set(flow.Actions.map(({ Identifier }) => ivr.blockOf(key, Identifier)))]
        .filter((block) => block !== undefined)
        .toSorted(),
    ]);

    const withoutJumps = Object.keys(everyKind).filter((id) => id !== 'again');
    expect(Object.fromEntries(blocks)).toEqual({
      hold: [],
      'agent-whisper': [],
      'customer-whisper': [],
      survey: [],
      'wait-sales': ['bye', 'call-me', 'message', 'sales'],
      'wait-direct': ['bye', 'direct', 'message'],
      entry: withoutJumps.toSorted(),
    });
    expect(ivr.blockOf('entry', 'Begin.voice')).toBeUndefined();
  });
});
