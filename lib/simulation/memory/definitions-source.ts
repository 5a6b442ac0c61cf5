// Definitions and attachments given as values; `replace` is a deployment.

import type { DefinitionsSource } from '../../application/ports/definitions-source.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { definitionsVersion } from '../../compiler/definitions-version.ts';
import { drawnGraphs } from '../../compiler/drawn-graphs.ts';
import type { PlayedScenario } from '../../domain/model/played-scenario.ts';
import type { Definitions } from '../../language/definitions.ts';
import { own, withoutPrototypes } from '../../language/dictionary.ts';
import { PricesFile } from '../../language/schema/prices.ts';

export interface MemoryDefinitions extends DefinitionsSource {
  replace(definitions: Definitions): void;
}

export function memoryDefinitions(
  first: Definitions,
  attachments: Readonly<Record<string, Uint8Array>> = {},
  scenarios: readonly PlayedScenario[] = [],
  prices: PricesFile = PricesFile.parse({}),
): MemoryDefinitions {
  let definitions = withoutPrototypes(first);
  return {
    definitions: () => definitions,
    deployed: () => ({ version: definitionsVersion(definitions) }),
    graphs: () => drawnGraphs(definitions),
    scenarios: () => scenarios,
    prices: () => prices,
    async attachment(name) {
      const bytes = own(attachments, name);
      if (!bytes) throw new Fault('NotFound', `no attachment '${name}'`);
      return bytes;
    },
    replace(next) {
      definitions = withoutPrototypes(next);
    },
  };
}
