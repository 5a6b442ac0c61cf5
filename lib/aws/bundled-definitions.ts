// The definitions deployed with the function: definitions.json, the folder attachments/ and, for
// functions that show them, graphs.json, scenarios.json, prices.json and deployed.json beside its
// code.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DefinitionsSource } from '../application/ports/definitions-source.ts';
import { Fault } from '../application/tasks/faults.ts';
import type { DeployedFiles } from '../domain/model/deployed-files.ts';
import type { DrawnGraph } from '../domain/model/drawn-graph.ts';
import type { PlayedScenario } from '../domain/model/played-scenario.ts';
import type { Definitions } from '../language/definitions.ts';
import { withoutPrototypes } from '../language/dictionary.ts';
import type { PricesFile } from '../language/schema/prices.ts';

const sources = /* @__PURE__ */ new Map<string, DefinitionsSource>();

/**
 * Read once: several ports of a function ask for them, one of them for every record it adds.
 * @param folder where the function's code lies; Lambda names it LAMBDA_TASK_ROOT
 */
export function definitionsIn(folder: string): DefinitionsSource {
  const source = sources.get(folder) ?? bundledDefinitions(folder);
  sources.set(folder, source);
  return source;
}

export function bundledDefinitions(folder: string): DefinitionsSource {
  let read: Definitions | undefined;
  let drawn: readonly DrawnGraph[] | undefined;
  let played: readonly PlayedScenario[] | undefined;
  return {
    definitions() {
      read ??= withoutPrototypes(
        JSON.parse(readFileSync(join(folder, 'definitions.json'), 'utf8')) as Definitions,
      );
      return read;
    },
    deployed: () =>
      JSON.parse(readFileSync(join(folder, 'deployed.json'), 'utf8')) as DeployedFiles,
    graphs() {
      drawn ??= JSON.parse(readFileSync(join(folder, 'graphs.json'), 'utf8')) as DrawnGraph[];
      return drawn;
    },
    scenarios() {
      played ??= JSON.parse(
        readFileSync(join(folder, 'scenarios.json'), 'utf8'),
      ) as PlayedScenario[];
      return played;
    },
    prices: () => JSON.parse(readFileSync(join(folder, 'prices.json'), 'utf8')) as PricesFile,
    async attachment(name) {
      if (basename(name) !== name) throw new Fault('NotFound', `'${name}' is no file name`);
      try {
        return await readFile(join(folder, 'attachments', name));
      } catch (cause) {
        throw new Fault('NotFound', `no attachment '${name}'`, { cause });
      }
    },
  };
}
