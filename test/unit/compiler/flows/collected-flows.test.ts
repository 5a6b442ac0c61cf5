// The flows collected from public repositories lie beside the project, not in it: they are other
// people's.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../../lib/compiler/flows/catalogue.ts';
import type { FlowType } from '../../../../lib/compiler/flows/flow.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';

const CONNECT = new URL('../../../../../shared/connect/', import.meta.url);
const FLOWS = new URL('flows/', CONNECT);

interface Collected {
  readonly file: string;
  readonly flowType: FlowType;
  readonly use: 'positive' | 'template' | 'unverified' | 'negative';
}

interface Fact {
  readonly flowTypes: readonly string[];
  readonly errors: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly nextAction: 'required' | 'optional' | 'forbidden';
  readonly confidence: string;
}

function collected(use: Collected['use']): readonly Collected[] {
  const index = new URL('index.json', FLOWS);
  if (!existsSync(index)) return [];
  return readJson<readonly Collected[]>(index).filter(
    (flow) => flow.use === use && existsSync(new URL(flow.file, FLOWS)),
  );
}

function readJson<T>(file: URL): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

const missing = existsSync(FLOWS) ? '' : ' (skipped: no collected flows beside the project)';

describe.skipIf(missing !== '')(`flows collected from public repositories${missing}`, () => {
  it.each(collected('positive'))('$file is accepted as $flowType', ({ file, flowType }) => {
    expect(validateFlow(readJson(new URL(file, FLOWS)), flowType)).toEqual([]);
  });

  it.each(collected('positive'))(
    '$file is accepted in the wrappers of exports as well',
    ({ file, flowType }) => {
      const flow = readJson<JsonObject>(new URL(file, FLOWS));
      const Content = JSON.stringify(flow);
      const named = { Name: 'x', Type: flowType };
      const wrappers: readonly unknown[] = [
        { ...named, Content },
        { ...named, Content: flow },
        { ContactFlow: { ...named, Id: '1', State: 'ACTIVE', Content } },
        { Type: 'AWS::Connect::ContactFlow', Properties: { ...named, Content } },
      ];

      for (const wrapper of wrappers) {
        const type = flowType === 'MODULE' ? flowType : undefined;
        expect(validateFlow(wrapper, type)).toEqual([]);
      }
    },
  );

  it.each(collected('template'))('$file lacks nothing but ids', ({ file, flowType }) => {
    const problems = validateFlow(readJson(new URL(file, FLOWS)), flowType);

    expect(new Set(problems.map((problem) => problem.kind))).toEqual(new Set(['placeholder']));
  });

  it.each(collected('negative'))('$file is refused', ({ file, flowType }) => {
    const problems = validateFlow(readJson(new URL(file, FLOWS)), flowType);

    expect(problems.filter((problem) => problem.kind === 'error')).not.toEqual([]);
  });

  it('and the facts gathered about actions agree with the catalogue', () => {
    const facts = Object.entries(readJson<Record<string, Fact>>(new URL('actions.json', CONNECT)))
      .filter(([type]) => !type.startsWith('_') && type !== 'RouteContactToAgent')
      .map(([type, fact]) => [type, fact.flowTypes.toSorted(), fact.nextAction]);

    const rows = Object.entries(CATALOGUE).map(([type, row]) => [
      type,
      row.flowTypes
        .filter((flowType) => flowType !== 'MODULE' || row.flowTypes.length === 1)
        .toSorted(),
      row.nextAction === 'none' ? 'forbidden' : row.nextAction,
    ]);

    expect(rows.toSorted()).toEqual(facts.toSorted());
  });
});
