// What the renderer of a block knows in addition to the block: the campaign, and the flow it
// renders for.
import { invariant } from '../../domain/model/invariant.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Inbound } from '../../language/schema/inbound.ts';
import type { BlockKind, BlockOf, Ivr } from '../../language/schema/ivr.ts';
import type { Action } from '../flows/flow.ts';
import { type CallLanguage, SPOKEN_TEXTS, type Voice } from '../flows/spoken-texts.ts';
import type { References } from './compiled-ivr.ts';

/** One campaign's inbound channel, looked up once. */
export interface IvrContext {
  readonly definitions: Definitions;
  readonly campaignId: string;
  readonly campaign: Campaign;
  readonly inbound: Inbound;
  readonly ivrId: string;
  readonly ivr: Ivr;
  readonly language: CallLanguage;
  readonly voice: Voice;
  /** Country of the numbers that callers key in. */
  readonly country: string;
  readonly references: References;
}

/** The flow that a block's actions are part of. */
export interface FlowPlace {
  /**
   * Only in a flow of waiting callers: the block they wait at, and the action that lets them go on
   * waiting.
   */
  readonly waiting?: { readonly block: string; readonly waitOn: string };
  /** The first action of a block, in whichever flow it is. */
  readonly to: (block: string) => string;
}

export interface BlockAt extends FlowPlace {
  readonly context: IvrContext;
  /** The block's id and that of its first action. */
  readonly id: string;
}

/** The actions of one block; the first is the way in. */
export type RenderBlock<K extends BlockKind> = (
  block: BlockOf<K>,
  at: BlockAt,
) => readonly Action[];

/** A part of a block; suffixes are short, because an id has 40 characters and an identifier 50. */
export const part = (id: string, suffix: string): string => `${id}.${suffix}`;

export function ivrContext(
  definitions: Definitions,
  campaignId: string,
  references: References,
): IvrContext {
  const campaign = definitions.campaigns[campaignId];
  const inbound = campaign?.channels.inbound;
  invariant(campaign && inbound, `campaign '${campaignId}' has an inbound channel`);
  const ivr = definitions.ivrs[inbound.ivr];
  invariant(ivr, `there is an IVR '${inbound.ivr}'`);
  const language = ivr.language ?? definitions.centre.languages[0] ?? 'en';
  return {
    definitions,
    campaignId,
    campaign,
    inbound,
    ivrId: inbound.ivr,
    ivr,
    language,
    voice: ivr.voice ?? SPOKEN_TEXTS[language].voice,
    country: campaign.country ?? definitions.centre.country,
    references,
  };
}
