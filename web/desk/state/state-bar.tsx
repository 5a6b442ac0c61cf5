// What the agent is: free, on a break, away; what follows the call; and since when.

import { useNow } from '../../kit/clock/server-clock.ts';
import { Badge, type Tone } from '../../kit/ui/badge.tsx';
import { Since } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import { isHeldUp } from '../phone/connect-states.ts';
import type { PhoneView, StateKind } from '../phone/phone.ts';
import { usePhone } from '../phone/use-phone.tsx';

interface Props {
  /** Seconds a break may last, by its name. */
  readonly longest: ReadonlyMap<string, number>;
}

export function StateBar({ longest }: Props) {
  const { t } = useDesk();
  const { status } = usePhone();
  if (status.kind === 'connecting')
    return (
      <div className="state-bar" role="status">
        <Badge tone="warn">{t('phone.connecting')}</Badge>
      </div>
    );
  if (status.kind === 'refused') return null;
  return <Chosen view={status.view} longest={longest} />;
}

const TONES: Readonly<Record<StateKind, Tone>> = {
  available: 'good',
  break: 'warn',
  offline: 'off',
  missed: 'bad',
};

function Chosen({ view, longest }: { view: PhoneView } & Props) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const { state, next, breaks, call } = view;
  const wanted = next ?? state;
  const chosen = wanted.kind === 'break' ? `break:${wanted.name ?? ''}` : wanted.kind;
  return (
    <div className="state-bar">
      <span role="status" className="state-now">
        <Badge tone={call === undefined ? TONES[state.kind] : 'calm'}>
          {call === undefined ? nameOf(state, t) : t(`call.${call.phase}`)}
        </Badge>
        {next !== undefined && (
          <span className="soft">{t('state.then', { state: nameOf(next, t) })}</span>
        )}
        {call === undefined && state.since !== undefined && <Since at={state.since} />}
      </span>
      <label className="state-choice">
        <span className="hidden">{t('state.choose')}</span>
        <select
          value={chosen}
          onChange={(event) => {
            const [kind, ...name] = event.target.value.split(':');
            if (kind === 'break') void tell((phone) => phone.become('break', name.join(':')));
            else if (kind === 'offline') void tell((phone) => phone.become('offline'));
            else void tell((phone) => phone.become('available'));
          }}
        >
          {state.kind === 'missed' && next === undefined && (
            <option value="missed">{t('state.missed')}</option>
          )}
          <option value="available">{t('state.available')}</option>
          {breaks.map((name) => (
            <option key={name} value={`break:${name}`}>
              {name}
            </option>
          ))}
          <option value="offline">{t('state.offline')}</option>
        </select>
      </label>
      {state.kind === 'break' && call === undefined && state.since !== undefined && (
        <Overdue since={state.since} longest={longestOf(longest, state.name)} />
      )}
    </div>
  );
}

/** A deployment may put its name before that of the break. */
function longestOf(longest: ReadonlyMap<string, number>, name = ''): number | undefined {
  const [, found] = [...longest].find(([one]) => name === one || name.endsWith(` ${one}`)) ?? [];
  return found;
}

function Overdue({ since, longest }: { since: string; longest: number | undefined }) {
  const { t } = useDesk();
  const now = useNow(1000);
  if (longest === undefined || now === undefined) return null;
  if (now < Date.parse(since) + longest * 1000) return null;
  return (
    <span role="alert">
      <Badge tone="bad">{t('state.overdue')}</Badge>
    </span>
  );
}

const nameOf = (
  { kind, name }: { readonly kind: StateKind; readonly name?: string | undefined },
  t: ReturnType<typeof useDesk>['t'],
): string => (isHeldUp(name) ? t('state.unhandled') : (name ?? t(`state.${kind}`)));
