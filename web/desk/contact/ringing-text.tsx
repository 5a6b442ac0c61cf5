// A new conversation is announced as a call is, in the colour of its campaign (CAM-21).
import { useChange } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useDesk } from '../language.ts';
import { inColour } from './colour.ts';
import type { ContactRef } from './contact-ref.ts';
import { useRingingTitle } from './ringing.tsx';

interface Props {
  readonly of: ContactRef;
  readonly name: string;
  readonly campaign: { readonly name: string; readonly colour?: string | undefined } | undefined;
}

export function RingingText({ of, name, campaign }: Props) {
  const { t } = useDesk();
  const window = useRingingTitle('✉');
  const take = useChange('takeText', ['readDesk', 'readWindow']);
  const says = t('ring.text', { campaign: campaign?.name ?? t('call.unknown') });
  const press = (press: 'accept' | 'reject') =>
    take.mutate(
      { params: { ...of }, body: { press } },
      {
        onSuccess: ({ body }) => {
          if (body.outcome === 'accepted')
            location.hash = to('/contacts/{campaign}/{record}/{attempt}', { ...of });
        },
      },
    );
  return (
    <div
      ref={window}
      className="ringing"
      style={inColour(campaign?.colour)}
      role="alertdialog"
      aria-label={says}
    >
      <div className="ringing-says">
        <strong>{says}</strong>
        <span className="ringing-from">{name || t('contact.nameless')}</span>
      </div>
      <div className="actions">
        <Button
          kind="primary"
          data-keys="Alt+A"
          isDisabled={take.isPending}
          onPress={() => press('accept')}
        >
          {t('ring.accept')} <kbd>Alt A</kbd>
        </Button>
        <Button data-keys="Alt+R" isDisabled={take.isPending} onPress={() => press('reject')}>
          {t('ring.reject')} <kbd>Alt R</kbd>
        </Button>
      </div>
      {take.error && <ProblemNote error={take.error} />}
    </div>
  );
}
