import type { DrawnGraph } from '../../domain/model/drawn-graph.ts';
import type { Definitions } from '../../language/definitions.ts';

/** The compiled folder of definitions that was deployed with the function. */
export interface DefinitionsSource {
  definitions(): Definitions;
  /** Its callback rules and IVRs as they are drawn. */
  graphs(): readonly DrawnGraph[];
  /** The bytes of a file of the folder attachments/. */
  attachment(name: string): Promise<Uint8Array>;
}
