import { describe, expect, it } from 'vitest';
import {
  crashingPorts,
  type FaultPoint,
  Killed,
} from '../../../../lib/simulation/centre/crashing-ports.ts';
import { memoryPorts } from '../../../../lib/simulation/memory/ports.ts';
import { definitions } from '../../../support/definitions.ts';
import { addition, anAttempt, aRecord, aText, NOW } from '../../../support/records.ts';

const ann = aRecord('ann');
const ports = () => memoryPorts({ time: { now: () => NOW }, definitions: definitions() });

describe('ports that let a function die', () => {
  it('do the deed first', async () => {
    const real = ports();
    const dying = crashingPorts(real, (deed) => deed === 'records.commit');

    await expect(dying.records.commit(addition(ann))).rejects.toThrow(Killed);

    expect(await real.records.load(ann)).toEqual(ann);
  });

  it('leave alone who is not to die, and answer as the real ones', async () => {
    const dying = crashingPorts(ports(), () => false);

    expect(await dying.records.commit(addition(ann))).toBe('committed');
    expect(await dying.records.load(ann)).toEqual(ann);
    expect(await dying.sms.send(aText(ann))).toEqual({ kind: 'accepted', providerId: 'sms-1' });
  });

  it('ask after every deed that changes the world', async () => {
    const asked: FaultPoint[] = [];
    const dying = crashingPorts(ports(), (deed) => asked.push(deed) < 0);
    const attempt = anAttempt(ann);
    const state = await dying.campaigns.load(ann.campaign);

    await dying.records.commit(addition(ann));
    await dying.campaigns.commit(state, { ...state, version: 1 }, []);
    await dying.dialQueue.send([{ ref: ann, attempt: attempt.id }]);
    await dying.telephony.dial({
      attempt: attempt.id,
      ref: ann,
      phone: attempt.endpoint,
      queue: 'sales',
      ringFor: 25,
      language: 'en',
      priority: 5,
      machineDetection: false,
    });
    await dying.sms.send(aText(ann));
    await dying.email.send(aText(ann));

    expect(asked).toEqual([
      'records.commit',
      'campaigns.commit',
      'dialQueue.send',
      'telephony.dial',
      'sms.send',
      'email.send',
    ]);
  });
});
