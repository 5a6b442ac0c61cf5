import { describe, expect, it } from 'vitest';
import { playedScenarios } from '../../../lib/cli/played-scenarios.ts';
import type { PlayedStep } from '../../../lib/domain/model/played-scenario.ts';
import { exampleFolder, loadExample } from '../../support/example.ts';

const factsOf = (step: PlayedStep | undefined) =>
  Object.fromEntries((step?.facts ?? []).map(({ name, value }) => [name, value]));

describe('scenarios as they were played', () => {
  it('of a rule go tile by tile, call by call, and tell how the record is after each', async () => {
    const loaded = await loadExample(exampleFolder('policy-renewal'));

    const played = await playedScenarios(loaded.definitions, loaded);

    const [first] = played.filter(({ kind, of }) => kind === 'rule' && of === 'obnova');
    const tiles = ['stav', 'pocet-pokusu', 'soukromy', 'otevreno', 'za-ctyri-hodiny'];
    expect(first).toMatchObject({ file: 'rules/obnova.test.yaml', line: 3, passed: true });
    expect(first?.steps.map(({ call, tile }) => `${call} ${tile}`)).toEqual(
      [1, 2, 3].flatMap((call) => tiles.map((tile) => `${call} ${tile}`)),
    );
    expect(factsOf(first?.steps[0])).toMatchObject({
      status: 'not-answered',
      at: '2026-11-23T10:00',
    });
    expect(factsOf(first?.steps[0]).state).toBeUndefined();
    expect(factsOf(first?.steps[4])).toMatchObject({
      state: 'recall-scheduled',
      next: '2026-11-23T14:00',
    });
  });

  it('of an IVR go block by block, with what the caller hears at each and how it ends', async () => {
    const loaded = await loadExample(exampleFolder('medika-reception'));

    const played = await playedScenarios(loaded.definitions, loaded);

    const [first] = played.filter(({ kind, of }) => kind === 'ivr' && of === 'appointments');
    expect(first?.steps.map(({ tile }) => tile)).toEqual([
      'answer',
      'hours',
      'menu',
      'appointments',
    ]);
    expect(factsOf(first?.steps[2]).hears).toContain('Aby umówić wizytę');
    expect(factsOf(first?.steps[3])).toMatchObject({ queue: 'appointments', ends: 'agent' });
    expect(played.every(({ passed }) => passed)).toBe(true);
  });
});
