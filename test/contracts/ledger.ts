// What every ledger promises (lib/application/ports/ledger.ts; REC-13, NEW-8).
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../lib/application/ports/ledger.ts';
import { changedPage, EMPTY_PAGE } from '../../lib/domain/ledger/ledger.ts';
import { NOW } from '../support/records.ts';

const ANN = '+48600100200';
const listing = { kind: 'blacklist', reason: 'asked for it', by: 'olga' } as const;
const listed = changedPage(EMPTY_PAGE, [listing], NOW);
const entry = { reason: 'asked for it', by: 'olga', at: NOW };

export function ledgerContract(name: string, make: () => Promise<Ledger>): void {
  describe(`the ledger: ${name}`, () => {
    it('knows nothing of an address nobody has written about', async () => {
      const ledger = await make();

      expect(await ledger.page(ANN)).toEqual(EMPTY_PAGE);
      expect(await ledger.standings([ANN])).toEqual(
        new Map([[ANN, { blacklist: [], consents: [] }]]),
      );
    });

    it('gives back what was committed, to that address and no other', async () => {
      const ledger = await make();

      expect(await ledger.commit(ANN, EMPTY_PAGE, listed)).toBe('committed');

      expect(await ledger.page(ANN)).toEqual(listed);
      const standings = await ledger.standings([ANN, '+48600100201']);
      expect(standings.get(ANN)).toEqual({ blacklist: [entry], consents: [] });
      expect(standings.get('+48600100201')).toEqual({ blacklist: [], consents: [] });
    });

    it('says under the names of an address what decides about it, and about others as well', async () => {
      const ledger = await make();
      await ledger.commit(ANN, EMPTY_PAGE, listed);
      const prefixes = [{ prefix: '+48601', ...entry }];
      await ledger.commitPrefixes(await ledger.prefixes(), { version: 1, prefixes });
      const names = await ledger.namesOf(ANN);

      const standingOf = await ledger.under(names);
      const unnamed = await ledger.under([]);

      expect(names.some((name) => name.includes('600100200'))).toBe(false);
      expect(await standingOf(ANN)).toEqual({ blacklist: [entry], consents: [] });
      expect(await standingOf('+48601100200')).toEqual({ blacklist: prefixes, consents: [] });
      expect(await unnamed(ANN)).toEqual({ blacklist: [entry], consents: [] });
    });

    it('refuses a page that somebody else has changed since it was read', async () => {
      const ledger = await make();
      await ledger.commit(ANN, EMPTY_PAGE, listed);

      expect(await ledger.commit(ANN, EMPTY_PAGE, listed)).toBe('conflict');

      const freed = changedPage(listed, [{ kind: 'allow' }], NOW);
      expect(await ledger.commit(ANN, listed, freed)).toBe('committed');
      expect(await ledger.page(ANN)).toEqual({ version: 2, blacklist: [], consents: [] });
    });

    it('counts a prefix to every number that begins with it', async () => {
      const ledger = await make();
      const before = await ledger.prefixes();
      const prefixes = [{ prefix: '+4860', ...entry }];

      expect(await ledger.commitPrefixes(before, { version: 1, prefixes })).toBe('committed');
      expect(await ledger.commitPrefixes(before, { version: 1, prefixes: [] })).toBe('conflict');

      const standings = await ledger.standings([ANN, '+48221000001']);
      expect(standings.get(ANN)?.blacklist).toEqual(prefixes);
      expect(standings.get('+48221000001')?.blacklist).toEqual([]);
      expect(await ledger.prefixes()).toEqual({ version: 1, prefixes });
    });

    it('takes an e-mail address in capitals for the same address', async () => {
      const ledger = await make();
      await ledger.commit('Ann@Example.org', EMPTY_PAGE, listed);

      expect((await ledger.page('ann@example.org')).blacklist).toEqual([entry]);
    });
  });
}
