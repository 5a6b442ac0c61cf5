// What every check is given, and the questions several of them ask.
import type { Definitions, ReadableParts } from '../../language/definitions.ts';
import type { Diagnostic, Position } from '../../language/diagnostic.ts';
import { type DiagnosticCode, diagnostic } from '../../language/diagnostic-codes.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { Places } from '../../language/places.ts';
import type { Recording } from '../../language/recording.ts';
import type { Campaign, Outbound } from '../../language/schema/campaign.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import type { Block, BlockKind, BlockOf } from '../../language/schema/ivr.ts';
import type { IvrTest } from '../../language/schema/ivr-test.ts';
import type { Tile, TileKind, TileOf } from '../../language/schema/rule.ts';
import type { Scenario } from '../../language/schema/scenario.ts';

/** What could be read, whatever else is broken: enough for checks that look at one file only. */
export interface FileFacts {
  readonly definitions: ReadableParts;
  readonly places: Places;
}

export interface CheckFacts extends FileFacts {
  readonly definitions: Definitions;
  /** Scenarios by rule id. */
  readonly scenarios: Readonly<Record<string, readonly Scenario[]>>;
  /** Names of the files in attachments/. */
  readonly attachments: readonly string[];
  /** Tests by IVR id. */
  readonly ivrTests: Readonly<Record<string, readonly IvrTest[]>>;
  /** Files of recordings/ by name. */
  readonly recordings: Readonly<Record<string, Recording>>;
}

/** Reads and reports; never repairs. */
export type Check = (facts: CheckFacts) => Iterable<Diagnostic>;

/** Looks at one file at a time, so it can run while other files cannot be understood. */
export type FileCheck = (facts: FileFacts) => Iterable<Diagnostic>;

/** Campaigns with the outbound channel, in the order of their ids. */
export function outboundCampaigns(
  definitions: ReadableParts,
): readonly (readonly [id: string, outbound: Outbound, campaign: Campaign])[] {
  return Object.entries(definitions.campaigns).flatMap(([id, campaign]) => {
    const { outbound } = campaign.channels;
    return outbound ? [[id, outbound, campaign] as const] : [];
  });
}

export function campaignsUsing(
  definitions: Definitions,
  rule: string,
): readonly (readonly [id: string, campaign: Campaign])[] {
  return outboundCampaigns(definitions)
    .filter(([, outbound]) => outbound.rule === rule)
    .map(([id, , campaign]) => [id, campaign]);
}

/** Campaigns with the inbound channel, in the order of their ids. */
export function inboundCampaigns(
  definitions: ReadableParts,
): readonly (readonly [id: string, inbound: Inbound, campaign: Campaign])[] {
  return Object.entries(definitions.campaigns).flatMap(([id, campaign]) => {
    const { inbound } = campaign.channels;
    return inbound ? [[id, inbound, campaign] as const] : [];
  });
}

/** The path of a key of a campaign's outbound channel. */
export const outboundPath = (campaign: string): readonly string[] => [
  'campaigns',
  campaign,
  'channels',
  'outbound',
];

/** The path of a key of a campaign's inbound channel. */
export const inboundPath = (campaign: string): readonly string[] => [
  'campaigns',
  campaign,
  'channels',
  'inbound',
];

/** The path of a block within the definitions. */
export const blockPath = (ivr: string, block: string): readonly string[] => [
  'ivrs',
  ivr,
  'blocks',
  block,
];

export function blocksOfKind<K extends BlockKind>(
  definitions: ReadableParts,
  kind: K,
): readonly (readonly [ivr: string, id: string, block: BlockOf<K>])[] {
  const isKind = (block: Block): block is BlockOf<K> => block.kind === kind;
  return Object.entries(definitions.ivrs).flatMap(([ivr, { blocks }]) =>
    Object.entries(blocks).flatMap(([id, block]) =>
      isKind(block) ? [[ivr, id, block] as const] : [],
    ),
  );
}

/** The path of a tile within the definitions. */
export const tilePath = (rule: string, tile: string): readonly string[] => [
  'rules',
  rule,
  'tiles',
  tile,
];

export function tilesOfKind<K extends TileKind>(
  definitions: ReadableParts,
  kind: K,
): readonly (readonly [rule: string, id: string, tile: TileOf<K>])[] {
  const isKind = (tile: Tile): tile is TileOf<K> => tile.kind === kind;
  return Object.entries(definitions.rules).flatMap(([rule, { tiles }]) =>
    Object.entries(tiles).flatMap(([id, tile]) =>
      isKind(tile) ? [[rule, id, tile] as const] : [],
    ),
  );
}

/** A name that is not among the known ones: says which one was meant, if one comes near. */
export function* unlessKnown(
  code: DiagnosticCode,
  name: string,
  known: readonly string[],
  at: Position,
  message: string,
): Generator<Diagnostic> {
  if (known.includes(name)) return;
  yield diagnostic(code, at, message, known.length > 0 ? didYouMean(name, known) : undefined);
}
