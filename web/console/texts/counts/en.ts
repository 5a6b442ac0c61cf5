// So many calls and agents, in English.
export const countsEn = {
  'so-many.phase.ordered': { one: '{n} ordered', other: '{n} ordered' },
  'so-many.phase.unclear': { one: '{n} unclear', other: '{n} unclear' },
  'so-many.phase.started': { one: '{n} ringing', other: '{n} ringing' },
  'so-many.phase.connected': { one: '{n} waiting for an agent', other: '{n} waiting for an agent' },
  'so-many.phase.with-agent': { one: '{n} with an agent', other: '{n} with an agent' },
  'so-many.phase.wrap-up': { one: '{n} in wrap-up', other: '{n} in wrap-up' },
  'so-many.activity.free': { one: '{n} free', other: '{n} free' },
  'so-many.activity.ringing': { one: '{n} ringing', other: '{n} ringing' },
  'so-many.activity.talking': { one: '{n} talking', other: '{n} talking' },
  'so-many.activity.wrap-up': { one: '{n} in wrap-up', other: '{n} in wrap-up' },
  'so-many.activity.break': { one: '{n} on a break', other: '{n} on a break' },
  'so-many.activity.leaving': { one: '{n} leaving', other: '{n} leaving' },
} as const;
