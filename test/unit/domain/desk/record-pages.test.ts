import { describe, expect, it } from 'vitest';
import { pagesOf, personalIn } from '../../../../lib/domain/desk/record-pages.ts';
import { ExternalService } from '../../../../lib/language/schema/desk.ts';
import { aRecord } from '../../../support/records.ts';

const service = (url: string) => ExternalService.parse({ name: 'CRM', url });
const urlOf = (url: string, record = aRecord()) =>
  pagesOf({ crm: service(url) }, record, 'eva')[0]?.url;

describe('pages of other systems (CAM-25)', () => {
  it('have the values of the record in their address, percent-encoded', () => {
    const record = aRecord('ann', { fields: { name: 'Zoë & Co/?', plan: 'a b' } });

    expect(urlOf('https://crm.example.org/{{ record }}?n={{ name }}&p={{ plan }}', record)).toBe(
      'https://crm.example.org/ann?n=Zo%C3%AB%20%26%20Co%2F%3F&p=a%20b',
    );
    expect(urlOf('https://crm.example.org/{{ campaign }}?by={{ agent }}&to={{ phone }}')).toBe(
      'https://crm.example.org/spring?by=eva&to=%2B48221000001',
    );
  });

  it('stay with their host, whatever a value holds', () => {
    const record = aRecord('ann', { fields: { city: '@evil.example/' } });

    expect(urlOf('https://crm.example.org/{{ city }}', record)).toBe(
      'https://crm.example.org/%40evil.example%2F',
    );
  });

  it('are left out where the values of the record break the address', () => {
    const record = aRecord('ann', { fields: { many: '99999999' } });

    expect(
      urlOf('https://crm.example.org/{% for n in (1..many) %}x{% endfor %}', record),
    ).toBeUndefined();
  });

  it('tell what of them says something of the person', () => {
    const fields = ['city', 'name'];

    expect(personalIn('https://x.example/{{ record }}/{{ agent }}', fields)).toEqual([]);
    expect(personalIn('https://x.example/{{ city }}/{{ phone }}', fields)).toEqual([
      'city',
      'phone',
    ]);
    expect(personalIn('https://x.example/{{ parameters.loan }}', fields)).toEqual(['parameters']);
  });
});
