// Mistakes about who starts the calls, agents or the dialer, and when.
import type { Mistake } from './mistakes.ts';

const CAMPAIGN = 'campaigns/spring.yaml';
const HEAD = 'name: Spring\nchannels:\n  outbound:\n';
const PREVIEW = `${HEAD}    mode: preview\n`;
const BY_HAND = PREVIEW.replace('\n', '\nhandling: manual-web\n');

export const HANDLING_MISTAKES = {
  'handling-mode': {
    wrong: { [CAMPAIGN]: ['name: Spring', 'name: Spring\nhandling: manual-web'] },
    told: [
      `${CAMPAIGN}:4:3 agents start the calls (handling manual-web), but in mode 'progressive' the dialer does`,
    ],
    right: { [CAMPAIGN]: [HEAD, BY_HAND] },
  },
  'agent-rung-first': {
    wrong: { [CAMPAIGN]: [HEAD, BY_HAND.replace('manual-web', 'manual-phone')] },
    told: [`${CAMPAIGN}:2:11 Connect rings no agent first for calls that we place`],
    right: { [CAMPAIGN]: [HEAD, BY_HAND] },
  },
  'offer-for': {
    wrong: { [CAMPAIGN]: [HEAD, `${PREVIEW}    offerFor: 1 min\n`] },
    told: [`${CAMPAIGN}:5:5 the dialer starts the calls, so nothing is waited for`],
    right: { [CAMPAIGN]: [HEAD, `${BY_HAND}    offerFor: 1 min\n`] },
  },
  'before-call-work': {
    wrong: { [CAMPAIGN]: ['    queue: sales', '    queue: sales\n    beforeCallWork: 20 s'] },
    told: [`${CAMPAIGN}:5:5 there is no before-call work in mode 'progressive'`],
    right: {
      [CAMPAIGN]: [
        '    queue: sales',
        '    queue: sales\n    mode: preview\n    beforeCallWork: 20 s',
      ],
    },
  },
} as const satisfies Readonly<Record<string, Mistake>>;
