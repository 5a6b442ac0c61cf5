import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const withService = (url: string, more = '') =>
  found({
    'campaigns/spring.yaml': [
      'name: Spring\n',
      `name: Spring\nservices:\n  crm: { name: CRM, url: "${url}"${more} }\n`,
    ],
  });

describe('personal-data-in-address', () => {
  it('reports values of the person in the address of another system (CAM-25)', () => {
    expect(withService('https://crm.example.org/{{ name }}?p={{ phone }}')).toEqual([
      "campaigns/spring.yaml:3:26 personal-data-in-address: the address of service 'crm' holds data of the person: {{ name }}, {{ phone }}",
    ]);
  });

  it('accepts the id of the record, and what the definition says is meant', () => {
    expect(withService('https://crm.example.org/{{ record }}/{{ campaign }}')).toEqual([]);
    expect(withService('https://crm.example.org/{{ name }}', ', personalData: true')).toEqual([]);
  });

  it('leaves what is no value of the record, and no template, to others', () => {
    expect(withService('https://crm.example.org/{{ nmae }}')).toEqual([
      "campaigns/spring.yaml:3:26 unknown-field: service 'crm' uses {{ nmae }}, but campaign 'spring' has no field 'nmae'",
    ]);
    expect(withService('https://crm.example.org/{{ name')).toEqual([
      expect.stringContaining("template-syntax: the address of service 'crm' is not a valid"),
    ]);
  });
});
