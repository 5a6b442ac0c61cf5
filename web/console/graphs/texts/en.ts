// Texts about callback rules and IVRs, in English.
export const graphsEn = {
  'graphs.rules': 'Callback rules',
  'graphs.ivrs': 'IVRs',
  'graphs.none': 'There are none.',
  'graphs.tiles': { one: '{n} tile', other: '{n} tiles' },
  'graphs.view': 'What is shown',
  'graphs.larger': 'Larger',
  'graphs.smaller': 'Smaller',
  'graphs.whole': 'All of it',
  'graphs.picture':
    'Picture; arrow keys move it, plus and minus change its size, 0 shows all of it',
  'graphs.hint':
    'Drag to move, Ctrl and the wheel or two fingers for the size. By keys: arrows, + and −, 0 for all of it.',
  'graphs.steps': 'The steps, and where each leads',
  'graphs.leads': 'leads to',
  'graphs.begins': 'begins here',
  'graphs.onPath': 'passed',
  'graphs.went': { one: '{n} time today', other: '{n} times today' },
  'graphs.records': {
    one: 'Today it has decided about {n} record.',
    other: 'Today it has decided {n} times.',
  },
  'graphs.calls': {
    one: '{n} call has come through today.',
    other: '{n} calls have come through today.',
  },
  'graphs.version': 'Version',
  'graphs.deployed': '{version}, drawn here',
  'graphs.earlier': '{version}, earlier today: {count}',
  'graphs.ofRecord': 'Record',
  'graphs.noPath': 'It is not known which way it went.',
  'graphs.otherVersion':
    'Version {version} decided; drawn is {drawn}. Tiles that are no longer there are missing.',
  'graphs.path': 'The way it went',
  'graphs.saw': 'saw {value}',
  'graphs.decided': 'Decided',
  'graphs.received': 'Call came in',
  'graphs.answered': 'Agent answered',
  'graphs.ended': 'Call ended',
  'graphs.open': 'The way through the rule',
  'graphs.openIvr': 'The way through the IVR',
} as const;
