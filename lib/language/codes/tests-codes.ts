// What can be wrong with the tests of rules and IVRs.
import { type CodeEntry, error } from './code-entry.ts';

export const TESTS_CODES = {
  'scenario-without-rule': error(
    'There are scenarios for a rule that does not exist.',
    'rules/recal.test.yaml without rules/recal.yaml',
    'Name the file after the rule: rules/<id>.test.yaml.',
  ),
  'scenario-lengths': error(
    'A scenario needs one expectation for each call.',
    'calls: [busy, busy]\nexpect: [status > again]',
    "Write as many items under 'expect' as there are calls.",
  ),
  'scenario-unknown-name': error(
    'A scenario names a tile, campaign, field or classifier that does not exist.',
    'expect: [staus > again]',
    'Correct the name.',
  ),
  'ivr-test-without-ivr': error(
    'There are tests for an IVR that does not exist.',
    'ivrs/recepton.test.yaml without ivrs/recepton.yaml',
    'Name the file after the IVR: ivrs/<id>.test.yaml.',
  ),
  'ivr-test-unknown-name': error(
    'A test of an IVR names a block, campaign, number, queue, field or agent that does not exist.',
    'expect: { path: answer > menue }',
    'Correct the name.',
  ),
} as const satisfies Record<string, CodeEntry>;
