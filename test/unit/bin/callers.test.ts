import { describe, expect, it } from 'vitest';
import { queuesOf } from '../../../bin/commands/start/callers.ts';
import { readOptions } from '../../../bin/commands/start/options.ts';
import { chooseAgents } from '../../../bin/commands/start/people.ts';
import { exampleDefinitions } from '../infra/deployment.ts';

const reception = await exampleDefinitions('examples/medika-reception');

describe('who works while people call in', () => {
  it('are the agents of the dialer’s queue, of the IVR’s and of those they flow over into', () => {
    expect(queuesOf(reception, 'appointments')).toEqual(['appointments', 'results', 'billing']);
    expect(chooseAgents(reception, 'appointments', undefined)).toHaveLength(7);
  });
});

describe('--callers', () => {
  it('takes calls an hour, and 0 for none', () => {
    expect(readOptions(['--callers', '0'])).toMatchObject({ callers: 0 });
    expect(readOptions([])).toMatchObject({ callers: undefined, days: undefined });
  });

  it('refuses what is no number in words', () => {
    expect(readOptions(['--callers', 'many'])).toEqual({
      wrong: "--callers takes a whole number from 0 to 2000, not 'many'",
    });
  });
});
