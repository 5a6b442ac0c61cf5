// A call rings: in the colour of its campaign, with the two answers there are.
import { useEffect, useRef } from 'react';
import { Button } from '../../kit/ui/button.tsx';
import { Since } from '../clock/clocks.tsx';
import { useDesk } from '../language.ts';
import type { PhoneCall } from '../phone/phone.ts';
import { usePhone } from '../phone/use-phone.tsx';
import { inColour } from './colour.ts';

interface Props {
  readonly call: PhoneCall;
  readonly campaign: { readonly name: string; readonly colour?: string | undefined } | undefined;
}

export function Ringing({ call, campaign }: Props) {
  const { t } = useDesk();
  const { tell } = usePhone();
  const window = useRingingTitle('☎');
  const name = campaign?.name ?? t('call.unknown');
  const says = t(call.direction === 'outbound' ? 'ring.outbound' : 'ring.inbound', {
    campaign: name,
  });
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
        <span className="ringing-from">{call.phone ?? t('call.withheld')}</span>
        {call.since !== undefined && <Since at={call.since} />}
      </div>
      {call.byHand ? (
        <div className="actions">
          <Button
            kind="primary"
            data-keys="Alt+A"
            onPress={() => void tell((phone) => phone.accept())}
          >
            {t('ring.accept')} <kbd>Alt A</kbd>
          </Button>
          <Button data-keys="Alt+R" onPress={() => void tell((phone) => phone.reject())}>
            {t('ring.reject')} <kbd>Alt R</kbd>
          </Button>
        </div>
      ) : (
        <span>{t('ring.byItself')}</span>
      )}
    </div>
  );
}

/**
 * The title says that something rings, and the first answer has the focus.
 * @returns of the window
 */
export function useRingingTitle(sign: string) {
  const window = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = `${sign} ${document.title}`;
    // whoever is writing goes on writing
    if (!isWriting(document.activeElement)) window.current?.querySelector('button')?.focus();
    return () => {
      document.title = document.title.replace(`${sign} `, '');
    };
  }, [sign]);
  return window;
}

const isWriting = (element: Element | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
