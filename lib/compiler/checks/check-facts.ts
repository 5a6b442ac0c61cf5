// What every check is given, and the questions several of them ask.
import type { Definitions } from '../../language/definitions.ts';
import type { Position } from '../../language/diagnostic.ts';
import { ANY, type Gaps } from '../../language/gaps.ts';
import { didYouMean } from '../../language/nearest.ts';
import type { Places } from '../../language/places.ts';
import type { Path } from '../../language/read-yaml.ts';
import type { Recording } from '../../language/recording.ts';
import type { Campaign, Outbound } from '../../language/schema/campaign.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import type { Block, BlockKind, BlockOf } from '../../language/schema/ivr.ts';
import type { IvrTest } from '../../language/schema/ivr-test.ts';
import type { Tile, TileKind, TileOf } from '../../language/schema/rule.ts';
import type { Scenario } from '../../language/schema/scenario.ts';
import { ANY_STATUS, type Statuses } from '../rule-statuses.ts';

export interface CheckFacts {
  /** What could be read. */
  readonly definitions: Definitions;
  /** What could not: a check asks here before it reports something missing, unused or defaulted. */
  readonly gaps: Gaps;
  readonly places: Places;
  /** Scenarios by rule id. */
  readonly scenarios: Readonly<Record<string, readonly Scenario[]>>;
  /** Names of the files in attachments/. */
  readonly attachments: readonly string[];
  /** Their bytes, where they are known. */
  readonly attachmentSizes?: Readonly<Record<string, number>>;
  /** Tests by IVR id. */
  readonly ivrTests: Readonly<Record<string, readonly IvrTest[]>>;
  /** Files of recordings/ by name. */
  readonly recordings: Readonly<Record<string, Recording>>;
}

/** What a check reports; its code is that of the check. Without a remedy the code's own applies. */
export interface Finding {
  readonly at: Position;
  readonly message: string;
  readonly remedy?: string | undefined;
}

/** Reads and reports; never repairs. */
export type Check = (facts: CheckFacts) => Iterable<Finding>;

/** Campaigns with the outbound channel, in the order of their ids. */
export function outboundCampaigns(
  definitions: Definitions,
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

/** How calls made with a rule may end: as voicemail only where answering machines are detected. */
export function possibleStatuses({ definitions, gaps }: CheckFacts, rule: string): Statuses {
  const users = campaignsUsing(definitions, rule);
  const settings = ['rule', 'machineDetection'].map((key) => [
    'campaigns',
    ANY,
    'channels',
    'outbound',
    key,
  ]);
  const isKnown = users.length > 0 && settings.every(gaps.isWhole);
  const detects = users.some(([, { channels }]) => channels.outbound?.machineDetection === true);
  if (detects || !isKnown) return ANY_STATUS;
  return new Set([...ANY_STATUS].filter((status) => status !== 'voicemail'));
}

/** Campaigns with the inbound channel, in the order of their ids. */
export function inboundCampaigns(
  definitions: Definitions,
): readonly (readonly [id: string, inbound: Inbound, campaign: Campaign])[] {
  return Object.entries(definitions.campaigns).flatMap(([id, campaign]) => {
    const { inbound } = campaign.channels;
    return inbound ? [[id, inbound, campaign] as const] : [];
  });
}

/** Classifiers of all campaigns, each with its path. */
export const classifiersIn = ({ campaigns }: Definitions) =>
  Object.entries(campaigns).flatMap(([campaign, { classifiers, fields }]) =>
    Object.entries(classifiers).map(([name, classifier]) => ({
      campaign,
      name,
      classifier,
      fields,
      path: ['campaigns', campaign, 'classifiers', name] as readonly string[],
    })),
  );

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

const ADDRESS_KEYS = ['countryField', 'regionField'] as const;

/** Settings that name a field with a part of the address. */
export function contactAddressFields({ campaigns }: Definitions) {
  return Object.entries(campaigns).flatMap(([campaign, { contactHours }]) =>
    ADDRESS_KEYS.flatMap((key) => {
      const field = contactHours[key];
      const path = ['campaigns', campaign, 'contactHours', key];
      return field === undefined ? [] : [{ campaign, key, field, path }];
    }),
  );
}

/** The path of a block within the definitions. */
export const blockPath = (ivr: string, block: string): readonly string[] => [
  'ivrs',
  ivr,
  'blocks',
  block,
];

export function blocksOfKind<K extends BlockKind>(
  definitions: Definitions,
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
  definitions: Definitions,
  kind: K,
): readonly (readonly [rule: string, id: string, tile: TileOf<K>])[] {
  const isKind = (tile: Tile): tile is TileOf<K> => tile.kind === kind;
  return Object.entries(definitions.rules).flatMap(([rule, { tiles }]) =>
    Object.entries(tiles).flatMap(([id, tile]) =>
      isKind(tile) ? [[rule, id, tile] as const] : [],
    ),
  );
}

/** Names that may be used in some place. */
export interface Names {
  readonly known: readonly string[];
  /** Whether it may be a further one, which could not be read. */
  readonly mayBe: (name: string) => boolean;
}

/** The keys of a map that stands at a place of the definitions. */
export const namesAt = (
  { gaps }: CheckFacts,
  map: Readonly<Record<string, unknown>> | undefined,
  place: Path,
): Names => ({ known: Object.keys(map ?? {}), mayBe: (name) => gaps.mayHold(place, name) });

/** Names that are gathered from places of the definitions. */
export const namesFrom = (
  { gaps }: CheckFacts,
  known: readonly string[],
  ...places: readonly Path[]
): Names => ({ known, mayBe: () => !places.every(gaps.isWhole) });

/** What has records, with its place: campaigns, and the directory of people. */
export const ownersOfRecords = ({
  campaigns,
  directory,
}: Definitions): readonly (readonly [path: readonly string[], settings: Campaign])[] => [
  ...Object.entries(campaigns).map(([id, campaign]) => [['campaigns', id], campaign] as const),
  ...(directory === undefined ? [] : [[['directory'], directory] as const]),
];

/** Record fields of a campaign. */
export const fieldsOf = (facts: CheckFacts, campaign: string): Names =>
  namesAt(facts, facts.definitions.campaigns[campaign]?.fields, ['campaigns', campaign, 'fields']);

/** Blocks of an IVR. */
export const blocksOf = (facts: CheckFacts, ivr: string): Names =>
  namesAt(facts, facts.definitions.ivrs[ivr]?.blocks, ['ivrs', ivr, 'blocks']);

/** Tiles of a rule. */
export const tilesOf = (facts: CheckFacts, rule: string): Names =>
  namesAt(facts, facts.definitions.rules[rule]?.tiles, ['rules', rule, 'tiles']);

/** Ids of what one file, or one folder of files, holds. */
export const idsOf = (
  facts: CheckFacts,
  part: 'campaigns' | 'groups' | 'hours' | 'ivrs' | 'queues' | 'rules' | 'scripts',
): Names => namesAt(facts, facts.definitions[part], [part]);

export const ownNumbers = (facts: CheckFacts): Names =>
  namesAt(facts, facts.definitions.centre.numbers, ['centre', 'numbers']);

/** User names of the agents of all groups. */
export const agentsOf = (facts: CheckFacts): Names => {
  const agents = Object.values(facts.definitions.groups).flatMap((group) => group.agents);
  return namesFrom(facts, agents, ['groups', ANY, 'agents']);
};

/** A name that is not among the known ones: suggests the one that was probably meant. */
export function* unlessKnown(
  name: string,
  { known, mayBe }: Names,
  at: Position,
  message: string,
): Generator<Finding> {
  if (known.includes(name) || mayBe(name)) return;
  yield { at, message, remedy: didYouMean(name, known) };
}
