// The example schemes (IVR-25) behave as they are told: every test beside them passes, and no path
// is left out.
import { beforeAll, describe, expect, it } from 'vitest';
import { type IvrReport, runIvrTests } from '../../../../lib/cli/test/ivr-report.ts';
import { Block } from '../../../../lib/language/schema/ivr.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

let report: IvrReport;

beforeAll(async () => {
  const { definitions, ivrTests, places } = await loadExample(exampleFolder('medika-reception'));
  report = await runIvrTests(definitions, ivrTests, places);
});

describe('the example of a reception (IVR-25, NEW-3)', () => {
  it('has every kind of block', async () => {
    const { definitions } = await loadExample(exampleFolder('medika-reception'));
    const used = Object.values(definitions.ivrs).flatMap(({ blocks }) =>
      Object.values(blocks).map(({ kind }) => kind),
    );

    const kinds = Block.options.map(({ shape }) => shape.kind.value);
    expect(kinds.filter((kind) => !used.includes(kind))).toEqual([]);
  });

  it('passes its tests', () => {
    const failed = report.outcomes.filter(({ passed }) => !passed);

    expect(failed).toEqual([]);
    expect(report.outcomes.length).toBeGreaterThan(50);
  });

  it('has a test for every path', () => {
    const untaken = report.coverage.flatMap((one) => one.untaken);

    expect(untaken).toEqual([]);
    expect(report.coverage.map(({ ivr, taken, paths }) => `${ivr} ${taken}/${paths}`)).toEqual([
      'appointments 16/16',
      'czech 12/12',
      'english 12/12',
      'partners 20/20',
      'patients 44/44',
      'results 5/5',
    ]);
  });
});
