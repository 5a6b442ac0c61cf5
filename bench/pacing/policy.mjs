// The product's pacing function behind the interface of the simulator in ../shared/dialer: default export
// () => policy. A policy starts knowing nothing and lives for one day; nothing passes from one to the next. The
// benchmark pools the days of a scenario, as the window `thirty-days` does, so that is the default here.

import { DEFAULT_PACING, emptyCallModel, learn, pace } from './product.mjs';

const STATES = ['free', 'talking', 'wrap-up', 'break'];
const LOOK_EVERY_S = 60;

export default function policy(mode = 'predictive', over = {}) {
  const settings = { ...DEFAULT_PACING, window: 'thirty-days', ...over };
  let model = emptyCallModel();
  let now = 0;
  let looked = 0;
  const hear = (outcome) => {
    model = learn(model, { at: now * 1000, ...outcome });
  };
  return {
    tick(view) {
      now = view.now;
      const agents = agentsOf(view);
      if (now - looked >= LOOK_EVERY_S) {
        looked = now;
        hear({ kind: 'looked', agents });
      }
      const { calls, figures } = pace({
        now: now * 1000,
        mode,
        agents,
        calls: callsOf(view),
        settings,
        model,
        recent: {
          answered: view.answered,
          abandoned: view.abandoned,
          since: 0,
          until: view.end * 1000,
        },
      });
      const { riskMean = 0, riskLimit = 0 } = figures;
      if (calls > 0 && riskLimit > 0) hear({ kind: 'started', calls, share: riskMean / riskLimit });
      return calls;
    },
    onResolve(_age, answered, startedAt, at) {
      hear({ kind: 'rang', at: at * 1000, startedAt: startedAt * 1000, answered });
    },
    onTalkEnd: (seconds) => hear({ kind: 'talked', lasted: seconds * 1000 }),
    onWrapEnd: (seconds) => hear({ kind: 'wrapped-up', lasted: seconds * 1000 }),
  };
}

function agentsOf(view) {
  const agents = [];
  for (let i = 0; i < view.n; i++) {
    agents.push({ state: STATES[view.state[i]], since: view.since[i] * 1000 });
  }
  return agents;
}

function callsOf(view) {
  const calls = view.start.map((start) => ({ state: 'ringing', since: start * 1000 }));
  for (let i = 0; i < view.waiting; i++) calls.push({ state: 'waiting', since: view.now * 1000 });
  return calls;
}
