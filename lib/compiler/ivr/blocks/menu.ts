// One key out of up to twelve (IVR-14). Wrong keys and silence are counted separately, because a
// Loop does not know what it counts.
import { count, oneKey } from '../ivr-actions.ts';
import type { RenderBlock } from '../ivr-context.ts';
import { spoken } from '../spoken.ts';
import { partOf } from './asking.ts';

export const renderMenu: RenderBlock<'menu'> = (block, at) => {
  const own = partOf(at);
  const [wrong, none] = [at.to(block.wrong), at.to(block.none)];
  const isRepeated = block.repeats > 0;
  return [
    oneKey(at.id, {
      speech: spoken(block.say, at.context.references),
      wait: block.wait,
      keys: Object.entries(block.keys).map(([key, to]) => [key, at.to(to)] as const),
      wrong: isRepeated ? own('wrong') : wrong,
      silence: isRepeated ? own('none') : none,
      failed: none,
    }),
    ...(isRepeated
      ? [
          count(own('wrong'), block.repeats, { again: at.id, done: wrong }),
          count(own('none'), block.repeats, { again: at.id, done: none }),
        ]
      : []),
  ];
};
