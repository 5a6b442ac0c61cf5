// Finds the caller's record, by their number or by something they key in (IVR-5).
import { CALL_ATTRIBUTES } from '../../../domain/calls/call-attributes.ts';
import type { BlockOf } from '../../../language/schema/ivr.ts';
import { whenEquals } from '../../flows/compose-flow.ts';
import type { Action } from '../../flows/flow.ts';
import { external, KEYED } from '../flow-attributes.ts';
import { compare, count, digits, keep, whetherKeyed } from '../ivr-actions.ts';
import type { BlockAt, RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';
import { IDENTITY_FOUND, invokeTask, partOf } from './asking.ts';

const MOST_DIGITS = 20;

export const renderAuthorise: RenderBlock<'authorise'> = (block, at) => {
  const [success, failure] = [at.to(block.success), at.to(block.failure)];
  return block.ask === undefined
    ? recognise(at, at.id, { success, failure, refused: failure })
    : askAndRecognise(block, at, { success, failure });
};

interface Ways {
  readonly success: string;
  /** Nothing can be found out now. */
  readonly failure: string;
  /** The caller is not whom they say. */
  readonly refused: string;
}

function recognise(
  at: BlockAt,
  first: string,
  { success, failure, refused }: Ways,
  given: Readonly<Record<string, string>> = {},
): readonly Action[] {
  const own = partOf(at);
  return [
    invokeTask(first, at, {
      task: 'authorise-caller',
      with: given,
      next: own('outcome'),
      failed: failure,
    }),
    compare(own('outcome'), external('outcome'), [whenEquals('success', own('found'))], refused),
    keep(own('found'), IDENTITY_FOUND, success),
  ];
}

function askAndRecognise(
  block: BlockOf<'authorise'>,
  at: BlockAt,
  { success, failure }: Pick<Ways, 'success' | 'failure'>,
): readonly Action[] {
  const own = partOf(at);
  const again = block.tries > 1 ? own('again') : failure;
  return [
    digits(at.id, {
      speech: spoken(block.ask ?? '', at.context.references),
      wait: block.wait,
      longest: block.digits ?? MOST_DIGITS,
      next: own('keyed'),
      failed: failure,
    }),
    whetherKeyed(own('keyed'), own('entered'), again),
    keep(own('entered'), { [CALL_ATTRIBUTES.entered]: KEYED }, own('ask')),
    ...recognise(at, own('ask'), { success, failure, refused: again }, { digits: KEYED }),
    ...(block.tries > 1 ? [count(again, block.tries - 1, { again: at.id, done: failure })] : []),
  ];
}
