import { describe, expect, it } from 'vitest';
import { waitingMusicFor, waitingMusicIn } from '../../../../lib/domain/campaigns/waiting-music.ts';
import type { Definitions } from '../../../../lib/language/definitions.ts';
import { exampleDefinitions } from '../../infra/deployment.ts';

const reception = await exampleDefinitions('examples/medika-reception');

function withMusic(
  music: Readonly<Record<string, { priority?: number; waitingMusic?: string }>>,
): Definitions {
  const campaigns = Object.entries(reception.campaigns).map(([id, campaign]) => {
    const { waitingMusic: _none, ...silent } = campaign;
    return [id, { ...silent, ...music[id] }] as const;
  });
  return { ...reception, campaigns: Object.fromEntries(campaigns) };
}

describe('the music of agents who wait (CAM-5)', () => {
  it('is that of the campaign with the highest priority, of those that have some', () => {
    const definitions = withMusic({
      appointments: { priority: 90 },
      patients: { priority: 20, waitingMusic: 'calm.mp3' },
      results: { priority: 30, waitingMusic: 'jazz.mp3' },
    });

    expect(waitingMusicFor(definitions, 'reception')).toBe('jazz.mp3');
    expect(waitingMusicIn(definitions.campaigns)).toEqual(['calm.mp3', 'jazz.mp3']);
  });

  it('is that of the first by its id where priorities are equal', () => {
    const definitions = withMusic({
      results: { priority: 30, waitingMusic: 'jazz.mp3' },
      patients: { priority: 30, waitingMusic: 'calm.mp3' },
    });

    expect(waitingMusicFor(definitions, 'reception')).toBe('calm.mp3');
  });

  it('is none where no campaign of theirs has any', () => {
    expect(waitingMusicFor(withMusic({}), 'reception')).toBeUndefined();
    const others = withMusic({ patients: { waitingMusic: 'calm.mp3' } });
    expect(waitingMusicFor(others, 'nobody')).toBeUndefined();
  });
});
