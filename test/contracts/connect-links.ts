// What every implementation of links within the Connect instance promises.
import { expect, it } from 'vitest';
import type { ConnectLinks } from '../../lib/application/ports/connect-links.ts';

export interface LinksUnderTest {
  readonly links: ConnectLinks;
  /** As the instance has it. */
  readonly flowOf: (number: string) => string | undefined;
  readonly quickConnectsOf: (queue: string) => readonly string[];
}

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/i';
/** The one number of the instance, and its ARN. */
export const OWN = {
  number: '+48221234567',
  arn: 'arn:aws:connect:eu-central-1:111122223333:phone-number/n1',
};
const FLOW = `${INSTANCE}/contact-flow/f1`;
const OTHER = `${INSTANCE}/contact-flow/f2`;
const QUEUE = `${INSTANCE}/queue/q1`;
const quickConnect = (id: string) => `${INSTANCE}/transfer-destination/${id}`;

export function connectLinksContract(name: string, make: () => Promise<LinksUnderTest>): void {
  it(`links (${name}): a number leads to the flow it was linked to last`, async () => {
    const { links, flowOf } = await make();

    await links.numberToFlow(OWN.arn, FLOW);
    await links.numberToFlow(OWN.arn, OTHER);

    expect(flowOf(OWN.arn)).toBe('f2');
  });

  it(`links (${name}): a released number leads nowhere, and may be released again`, async () => {
    const { links, flowOf } = await make();
    await links.numberToFlow(OWN.arn, FLOW);

    await links.releaseNumber(OWN.arn);
    await links.releaseNumber(OWN.arn);

    expect(flowOf(OWN.arn)).toBeUndefined();
  });

  it(`links (${name}): a queue has the quick connects it was given, less those taken`, async () => {
    const { links, quickConnectsOf } = await make();
    const all = Array.from({ length: 60 }, (_, n) => quickConnect(`c${n}`));

    await links.addQuickConnects(QUEUE, all);
    await links.addQuickConnects(QUEUE, all.slice(0, 1));
    await links.removeQuickConnects(QUEUE, all.slice(2));

    expect(quickConnectsOf(QUEUE)).toEqual(['c0', 'c1']);
  });
}
