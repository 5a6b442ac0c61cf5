import { describe, expect, it } from 'vitest';
import { isMaterial, placeOf, roleOf } from '../../../lib/language/folder-layout.ts';
import { diagnose } from '../../support/a-centre.ts';

describe('a file of a contact centre', () => {
  it.each([
    ['centre.yaml', { kind: 'centre' }, ['centre']],
    ['queues.yaml', { kind: 'queues' }, ['queues']],
    ['behaviour.yaml', { kind: 'behaviour' }, undefined],
    ['campaigns/spring.yaml', { kind: 'campaign', id: 'spring' }, ['campaigns', 'spring']],
    ['rules/again.yaml', { kind: 'rule', id: 'again' }, ['rules', 'again']],
    ['rules/again.test.yaml', { kind: 'scenarios', id: 'again' }, ['scenarios', 'again']],
    ['ivrs/help.yaml', { kind: 'ivr', id: 'help' }, ['ivrs', 'help']],
    ['ivrs/help.test.yaml', { kind: 'ivr-tests', id: 'help' }, ['ivrTests', 'help']],
    ['README.md', { kind: 'ignored' }, undefined],
    ['attachments/prices.yaml', { kind: 'ignored' }, undefined],
    ['recordings/hello.wav', { kind: 'ignored' }, undefined],
    ['campaigns/spring.yml', { kind: 'unknown' }, undefined],
    ['campaigns/spring.test.yaml', { kind: 'unknown' }, undefined],
    ['old/campaigns/spring.yaml', { kind: 'unknown' }, undefined],
    ['campaigns/Spring.yaml', { kind: 'wrong-name' }, undefined],
    ['rules/constructor.yaml', { kind: 'wrong-name' }, undefined],
  ])('is known by its path: %s', (path, role, place) => {
    expect(roleOf(path)).toEqual(role);
    expect(placeOf(roleOf(path))).toEqual(place);
  });

  it('is material when it is sent or played unchanged', () => {
    expect(isMaterial('attachments/leaflet.pdf')).toBe(true);
    expect(isMaterial('recordings/hello.wav')).toBe(true);
    expect(isMaterial('attachments.yaml')).toBe(false);
  });
});

describe('a file in the wrong place', () => {
  it.each([
    ['quees.yaml', "Did you mean 'queues.yaml'?"],
    ['campaings/autumn.yaml', "Did you mean 'campaigns/autumn.yaml'?"],
    ['campaigns/autumn.yml', "Did you mean 'campaigns/autumn.yaml'?"],
    ['rule/autumn.test.yaml', "Did you mean 'rules/autumn.test.yaml'?"],
    ['campaigns/Jesień 2026.yaml', "Did you mean 'campaigns/jesien-2026.yaml'?"],
    ['campaigns/Łódź.yaml', "Did you mean 'campaigns/lodz.yaml'?"],
    ['ivrs/2nd.yaml', "Did you mean 'ivrs/nd.yaml'?"],
  ])('is told where it probably belongs: %s', (path, remedy) => {
    const file = diagnose({ [path]: 'name: x' }).find(({ at }) => at.file === path);

    expect(file?.remedy).toBe(remedy);
  });
});
