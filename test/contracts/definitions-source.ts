// What every source of definitions promises (lib/application/ports/ports.ts, DefinitionsSource).
import { describe, expect, it } from 'vitest';
import type { DefinitionsSource } from '../../lib/application/ports/definitions-source.ts';
import { drawnGraphs } from '../../lib/compiler/drawn-graphs.ts';
import type { PlayedScenario } from '../../lib/domain/model/played-scenario.ts';
import type { Definitions } from '../../lib/language/definitions.ts';
import { PricesFile } from '../../lib/language/schema/prices.ts';
import { loadExample } from '../support/example.ts';

export function definitionsSourceContract(
  name: string,
  make: (
    definitions: Definitions,
    attachments: Readonly<Record<string, Uint8Array>>,
    scenarios: readonly PlayedScenario[],
    prices?: PricesFile,
  ) => Promise<DefinitionsSource>,
): void {
  describe(`definitions: ${name}`, () => {
    it('are what was deployed, whole', async () => {
      const { definitions } = await loadExample();

      const source = await make(definitions, {}, []);

      expect(source.definitions()).toEqual(definitions);
      expect(source.definitions()).toBe(source.definitions());
    });

    it('name their version, which is that of their content', async () => {
      const { definitions } = await loadExample();
      const renamed = { ...definitions, centre: { ...definitions.centre, name: 'Other' } };

      const versions = await Promise.all(
        [definitions, definitions, renamed].map(
          async (each) => (await make(each, {}, [])).deployed().version,
        ),
      );

      expect(versions[0]).toMatch(/^[0-9a-f]{12}$/);
      expect(versions[1]).toBe(versions[0]);
      expect(versions[2]).not.toBe(versions[0]);
    });

    it('come with the graphs that were drawn of them', async () => {
      const { definitions } = await loadExample();

      const source = await make(definitions, {}, []);

      expect(source.graphs()).toEqual(drawnGraphs(definitions));
      expect(source.graphs().length).toBeGreaterThan(0);
    });

    it('come with the scenarios beside them, as they were played', async () => {
      const { definitions } = await loadExample();
      const about = { kind: 'rule', of: 'recall-politely', name: 'busy', passed: true } as const;
      const place = { file: 'rules/recall-politely.test.yaml', line: 3 };
      const played = [{ ...about, ...place, steps: [] }];

      const source = await make(definitions, {}, played);

      expect(source.scenarios()).toEqual(played);
    });

    it('come with the prices of the folder, for dry runs', async () => {
      const { definitions } = await loadExample();
      const prices = PricesFile.parse({ currency: 'USD', prices: { 'telephony-minute': 0.02 } });

      const source = await make(definitions, {}, [], prices);

      expect(source.prices()).toEqual(prices);
    });

    it('bring the bytes of an attachment', async () => {
      const bytes = Uint8Array.from([0, 255, 37, 80, 68, 70]);

      const { definitions } = await loadExample();

      const source = await make(definitions, { 'plan dojazdu.pdf': bytes }, []);

      expect([...(await source.attachment('plan dojazdu.pdf'))]).toEqual([...bytes]);
    });

    it.each(['missing.pdf', '../definitions.json', ''])(
      'raise NotFound for the attachment "%s"',
      async (attachment) => {
        const { definitions } = await loadExample();
        const source = await make(definitions, { 'map.pdf': Uint8Array.from([1]) }, []);

        await expect(source.attachment(attachment)).rejects.toMatchObject({ name: 'NotFound' });
      },
    );
  });
}
