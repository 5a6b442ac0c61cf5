// The telephone around all of the desk: its view, its commands, and what was refused last.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { keepTime } from '../../kit/clock/server-clock.ts';
import type { Phone, PhoneStatus } from './phone.ts';

interface Around {
  readonly phone: Phone;
  readonly status: PhoneStatus;
  /** Why the last command was not carried out. */
  readonly refusal: string | undefined;
  /** Carries a command out; what is refused is shown. */
  readonly tell: (command: (phone: Phone) => Promise<void>) => Promise<void>;
}

const PhoneContext = createContext<Around | undefined>(undefined);

export function PhoneProvider({ phone, children }: { phone: Phone; children: ReactNode }) {
  const [status, setStatus] = useState<PhoneStatus>({ kind: 'connecting' });
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => phone.open({ status: setStatus, pace: keepTime }), [phone]);
  const around = useMemo(
    (): Around => ({
      phone,
      status,
      refusal,
      tell: async (command) => {
        setRefusal(undefined);
        await command(phone).catch((error: unknown) =>
          setRefusal(error instanceof Error ? error.message : String(error)),
        );
      },
    }),
    [phone, status, refusal],
  );
  return <PhoneContext value={around}>{children}</PhoneContext>;
}

export function usePhone(): Around {
  const around = useContext(PhoneContext);
  if (around === undefined) throw new Error('no telephone around this component');
  return around;
}

/** undefined while there is none. */
export function usePhoneView() {
  const { status } = usePhone();
  return status.kind === 'there' ? status.view : undefined;
}
