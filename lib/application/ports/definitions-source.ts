import type { DeployedFiles } from '../../domain/model/deployed-files.ts';
import type { DrawnGraph } from '../../domain/model/drawn-graph.ts';
import type { PlayedScenario } from '../../domain/model/played-scenario.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { PricesFile } from '../../language/schema/prices.ts';

/** The compiled folder of definitions that was deployed with the function. */
export interface DefinitionsSource {
  definitions(): Definitions;
  deployed(): DeployedFiles;
  /** Its callback rules and IVRs as they are drawn. */
  graphs(): readonly DrawnGraph[];
  /** The scenarios beside them, as they were played when the folder was compiled. */
  scenarios(): readonly PlayedScenario[];
  /** What things cost, as prices.yaml says; without one, nothing of it. */
  prices(): PricesFile;
  /** The bytes of a file of the folder attachments/. */
  attachment(name: string): Promise<Uint8Array>;
}
