import { describe, expect, it } from 'vitest';
import { LAST_RUN } from '../../../lib/cli/last-run.ts';
import { readStartOptions } from '../../../lib/cli/start/options.ts';
import { chooseCampaign } from '../../../lib/cli/start/people.ts';
import { whatNext } from '../../../lib/cli/start/what-next.ts';
import { campaignReadiness } from '../../../lib/domain/campaigns/readiness.ts';
import { chooseAgents, queuesOf } from '../../../lib/simulation/dry-run/staff.ts';
import { exampleDefinitions } from '../infra/deployment.ts';

const reception = await exampleDefinitions('examples/medika-reception');

describe('who works while people call in', () => {
  it('are the agents of the dialer’s queue, of the IVR’s and of those they flow over into', () => {
    expect(queuesOf(reception, 'appointments')).toEqual(['appointments', 'results', 'billing']);
    expect(chooseAgents(reception, 'appointments', undefined)).toHaveLength(7);
  });
});

describe('the campaign of a run', () => {
  it('is the first that places calls, or the one named, also one that only takes them', () => {
    expect(chooseCampaign(reception, undefined)).toEqual({
      id: 'appointments',
      wrapUp: 40,
      placesCalls: true,
    });
    expect(chooseCampaign(reception, 'results')).toMatchObject({
      id: 'results',
      placesCalls: false,
    });
    expect(chooseCampaign(reception, 'sales')).toMatchObject({
      wrong: expect.stringContaining(
        "there is no campaign 'sales'; campaigns with a channel: appointments, czech",
      ),
    });
  });

  it('is one that takes calls where none places any', () => {
    const campaigns = Object.entries(reception.campaigns).filter(([id]) => id === 'results');
    const taking = { ...reception, campaigns: Object.fromEntries(campaigns) };

    expect(chooseCampaign(taking, undefined)).toMatchObject({ id: 'results', placesCalls: false });
    expect(chooseCampaign({ ...reception, campaigns: {} }, undefined)).toEqual({
      wrong: 'the folder has no campaign with a channel',
    });
  });

  it('can be switched on, whichever of the example it is (CAM-2)', () => {
    const missing = Object.keys(reception.campaigns).flatMap((id) =>
      campaignReadiness(reception, id),
    );

    expect(missing).toEqual([]);
  });
});

describe('what to try next', () => {
  const given = (...args: string[]) => {
    const options = readStartOptions(['--folder', 'my/centre', ...args]);
    if ('wrong' in options) throw new Error(options.wrong);
    return options;
  };
  const seen = {
    options: given(),
    campaign: 'hotline',
    placesCalls: false,
    number: 'main',
    folder: LAST_RUN,
  };

  it('names the folder that ran, and nothing a campaign without a list cannot do', () => {
    const told = whatNext(seen);

    expect(told).toContain('npx ringback call my/centre main');
    expect(told).toContain('npx ringback why hotline ');
    expect(told).not.toContain('simulate');
    expect(whatNext({ ...seen, placesCalls: true })).toContain('npx ringback simulate my/centre');
  });

  it('keeps the options of the run', () => {
    const options = given('--contacts', 'my people.csv', '--agents', '8', '--days', '2');
    const told = whatNext({ ...seen, options, placesCalls: true, folder: '.ringback/last-run-2' });

    expect(told).toContain(
      'npm start -- --folder my/centre --contacts "my people.csv" --agents 13 --seed 2 --days 2',
    );
    expect(told).toContain(
      'npx ringback simulate my/centre --contacts "my people.csv" --agents 8 --days 2',
    );
    expect(told).toContain('npx ringback why hotline --run .ringback/last-run-2');
  });

  it('keeps commands whole on a narrow terminal', () => {
    const lines = whatNext(seen, 60).split('\n');

    expect(lines.slice(0, 3)).toEqual([
      'What to try next:',
      '  what happened to this record, and why',
      '    npx ringback why hotline',
    ]);
  });
});

describe('--callers', () => {
  it('takes calls an hour, and 0 for none', () => {
    expect(readStartOptions(['--callers', '0'])).toMatchObject({ callers: 0 });
    expect(readStartOptions([])).toMatchObject({ callers: undefined, days: undefined });
  });

  it('refuses what is no number in words', () => {
    expect(readStartOptions(['--callers', 'many'])).toEqual({
      wrong: "--callers takes a whole number from 0 to 2000, not 'many'",
    });
  });
});
