// Which campaigns run.
import type { Definitions } from '../../language/definitions.ts';
import type { Wrong } from '../option-values.ts';

export interface ChosenCampaign {
  readonly id: string;
  /** Seconds. */
  readonly wrapUp: number;
  /** Whether it has anybody to call or to write to, or only takes calls. */
  readonly placesCalls: boolean;
}

/** The campaign named, or the first with people to contact, or else the first that takes calls. */
export function chooseCampaign(
  { campaigns }: Definitions,
  wanted: string | undefined,
): ChosenCampaign | Wrong {
  const all = Object.entries(campaigns).flatMap(([id, { channels }]): ChosenCampaign[] => {
    const { outbound, inbound, sms } = channels;
    const wrapUp = (outbound ?? inbound ?? sms)?.wrapUp;
    return wrapUp === undefined
      ? []
      : [{ id, wrapUp, placesCalls: (outbound ?? sms) !== undefined }];
  });
  const usual = all.find(({ placesCalls }) => placesCalls) ?? all[0];
  const found = wanted === undefined ? usual : all.find(({ id }) => id === wanted);
  if (found) return found;
  const ids = all.map(({ id }) => id).join(', ') || 'none';
  return {
    wrong:
      wanted === undefined
        ? 'the folder has no campaign with a channel'
        : `there is no campaign '${wanted}'; campaigns with a channel: ${ids}`,
  };
}
