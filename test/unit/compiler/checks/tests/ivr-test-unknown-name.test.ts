import { describe, expect, it } from 'vitest';
import { found, IVR_FILES } from '../../../../support/a-centre.ts';

const HELP_TEST = 'ivrs/help.test.yaml';

describe('ivr-test-unknown-name', () => {
  it('reports a block that does not exist', () => {
    expect(found({ [HELP_TEST]: ['hours > message', 'hour > message'] }, IVR_FILES)).toEqual([
      "ivrs/help.test.yaml:5:19 ivr-test-unknown-name: there is no block 'hour'",
    ]);
  });

  it('reports a field that does not exist', () => {
    expect(
      found({ [HELP_TEST]: ['fields: { pesel: "1" }', 'fields: { psel: "1" }'] }, IVR_FILES),
    ).toEqual(["ivrs/help.test.yaml:2:63 ivr-test-unknown-name: there is no field 'psel'"]);
  });

  it('reports a number of another campaign', () => {
    expect(found({ [HELP_TEST]: ['to: hotline', 'to: main'] }, IVR_FILES)).toEqual([
      "ivrs/help.test.yaml:3:37 ivr-test-unknown-name: there is no number of the campaign 'main'",
    ]);
  });

  it('reports an agent who does not exist', () => {
    expect(
      found({ [HELP_TEST]: ['[leaves a message of 10 s]', '[is answered by ana]'] }, IVR_FILES),
    ).toEqual(["ivrs/help.test.yaml:4:10 ivr-test-unknown-name: there is no agent 'ana'"]);
  });

  it('reports a queue that does not exist', () => {
    expect(found({ [HELP_TEST]: ['ends: voicemail', 'queue: halp'] }, IVR_FILES)).toEqual([
      "ivrs/help.test.yaml:5:69 ivr-test-unknown-name: there is no queue 'halp'",
    ]);
  });

  it('accepts blocks of the IVR', () => {
    expect(found({ [HELP_TEST]: ['hours > message', 'hours > menu'] }, IVR_FILES)).toEqual([]);
  });
});
