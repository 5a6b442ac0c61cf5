// Whether a record is called now.
import type { Answer } from '../../kit/api/operation-types.ts';
import { Badge, type Tone } from '../../kit/ui/badge.tsx';
import { useConsole } from '../language.ts';

type Kind = Answer<'explainRecord'>['present']['kind'];

const TONES: Readonly<Record<Kind, Tone>> = {
  call: 'good',
  'not-before': 'calm',
  'not-now': 'warn',
  never: 'off',
};

export function VerdictBadge({ kind }: { kind: Kind }) {
  const { t } = useConsole();
  return <Badge tone={TONES[kind]}>{t(`verdict.${kind}`)}</Badge>;
}
