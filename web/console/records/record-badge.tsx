// The state of a record.
import { Badge, type Tone } from '../../kit/ui/badge.tsx';
import { useNames } from '../names.ts';

const TONES: Readonly<Record<string, Tone>> = {
  new: 'off',
  'recall-scheduled': 'calm',
  'being-contacted': 'good',
  'in-wrap-up': 'good',
  unhandled: 'warn',
  'set-aside': 'warn',
  closed: 'off',
  blacklisted: 'bad',
  deleted: 'off',
};

export function RecordBadge({ state }: { state: string }) {
  const names = useNames();
  return <Badge tone={TONES[state] ?? 'off'}>{names.recordState(state)}</Badge>;
}
