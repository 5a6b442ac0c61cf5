// Whether a campaign is on.
import type { Answer } from '../../kit/api/operation-types.ts';
import { Badge, type Tone } from '../../kit/ui/badge.tsx';
import { useConsole } from '../language.ts';

export type CampaignState = Answer<'readCampaign'>['state'];

const TONES: Readonly<Record<CampaignState, Tone>> = {
  off: 'off',
  running: 'good',
  paused: 'warn',
  ended: 'calm',
};

export function StateBadge({ state }: { state: CampaignState }) {
  const { t } = useConsole();
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
