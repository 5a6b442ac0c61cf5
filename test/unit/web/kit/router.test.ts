import { describe, expect, it } from 'vitest';
import { type Place, placeAt, to } from '../../../../web/kit/router.tsx';

const PLACES: readonly Place[] = [
  { path: '/', view: () => 'home' },
  { path: '/campaigns/{campaign}', view: ({ campaign }) => campaign },
  { path: '/campaigns/{campaign}/records/{record}', view: ({ record }) => record },
];

const shown = (hash: string) => {
  const found = placeAt(PLACES, hash);
  return found?.place.view(found.params);
};

describe('places', () => {
  it('are found by the hash, with their parameters', () => {
    expect(['', '#/', '#/campaigns/a', '#/campaigns/a/records/b'].map(shown)).toEqual([
      'home',
      'home',
      'a',
      'b',
    ]);
  });

  it('are none where no path fits or the address is broken', () => {
    expect(['#/campaigns', '#/other', '#/campaigns/%E0%A4%A'].map(shown)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('have an address that leads back to them, whatever is in an id', () => {
    const address = to('/campaigns/{campaign}', { campaign: 'a/b č' });

    expect(address).toBe('#/campaigns/a%2Fb%20%C4%8D');
    expect(shown(address)).toBe('a/b č');
  });
});
