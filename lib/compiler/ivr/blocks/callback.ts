// Offers a call back, or just sets one (IVR-24), to the caller's own number or to one keyed in.
import type { BlockOf } from '../../../language/schema/ivr.ts';
import { action, whenEquals } from '../../flows/compose-flow.ts';
import type { Action } from '../../flows/flow.ts';
import { external, KEYED } from '../flow-attributes.ts';
import { compare, count, oneKey, when } from '../ivr-actions.ts';
import type { BlockAt, RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';
import { SYSTEM_TEXTS } from '../system-texts.ts';
import { invokeTask, partOf } from './asking.ts';

const WAIT_SECONDS = 5;

export const renderCallback: RenderBlock<'callback'> = (block, at) => {
  const own = partOf(at);
  const asksNumber = block.number === 'ask';
  const second = asksNumber ? own('number') : own('set');
  const first = block.ask === undefined ? at.id : second;
  return [
    ...(block.ask === undefined ? [] : [offer(block, at, first)]),
    ...(asksNumber ? askNumber(block, at, first) : []),
    ...schedule(block, at, asksNumber ? own('set') : first),
  ];
};

function offer(block: BlockOf<'callback'>, at: BlockAt, accepted: string): Action {
  const declined = at.to(block.declined ?? block.next);
  return oneKey(at.id, {
    speech: spoken(block.ask ?? '', at.context.references),
    wait: WAIT_SECONDS,
    keys: [['1', accepted]],
    wrong: declined,
    silence: declined,
    failed: declined,
  });
}

/**
 * After an invalid number or silence the caller is asked once more. A stored number begins with a
 * plus.
 */
function askNumber(block: BlockOf<'callback'>, at: BlockAt, first: string): readonly Action[] {
  const own = partOf(at);
  const failed = at.to(block.failed ?? block.next);
  const again = own('again');
  return [
    action(
      first,
      'GetParticipantInput',
      {
        Text: SYSTEM_TEXTS[at.context.language].keyNumber,
        InputTimeLimitSeconds: String(WAIT_SECONDS),
        StoreInput: 'True',
        InputValidation: {
          PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: at.context.country },
        },
        DTMFConfiguration: { InputTerminationSequence: '#' },
      },
      { next: own('keyed'), errors: { InvalidPhoneNumber: again, NoMatchingError: failed } },
    ),
    compare(own('keyed'), KEYED, [when('TextStartsWith', '+', own('set'))], again),
    count(again, 1, { again: first, done: failed }),
  ];
}

function schedule(block: BlockOf<'callback'>, at: BlockAt, first: string): readonly Action[] {
  const outcome = partOf(at)('outcome');
  const failed = at.to(block.failed ?? block.next);
  const number = block.number === 'ask' ? { with: { number: KEYED } } : {};
  return [
    invokeTask(first, at, { task: 'schedule-callback', ...number, next: outcome, failed }),
    compare(outcome, external('outcome'), [whenEquals('set', at.to(block.next))], failed),
  ];
}
