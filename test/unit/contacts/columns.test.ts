import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../lib/contacts/columns.ts';
import { campaignOf, opened } from './a-file.ts';

describe('the columns of a file, for people', () => {
  it('say what each becomes, with a few different values of the first rows', async () => {
    const file = await opened(
      [
        'Imię i nazwisko;Telefon;Miasto;Uwagi',
        'Ann;511222333;Łódź;',
        'Ben;511222334;Łódź;calls back',
        "Cid;'511222335;Brno;",
        'Dan;511222336;;',
      ].join('\n'),
    );

    expect(columnsOf(file)).toEqual([
      { heading: 'Imię i nazwisko', to: 'field', field: 'name', values: ['Ann', 'Ben', 'Cid'] },
      { heading: 'Telefon', to: 'phone', values: ['511222333', '511222334', '511222335'] },
      { heading: 'Miasto', to: 'field', field: 'city', values: ['Łódź', 'Brno'] },
      { heading: 'Uwagi', to: 'nothing', values: ['calls back'] },
    ]);
  });

  it('hold one twice that becomes two things', async () => {
    const campaign = campaignOf({ columns: { phone: 'Tel', fields: { name: 'Tel' } } });

    const file = await opened('Tel\n511222333\n', { campaign });

    expect(columnsOf(file).map(({ to }) => to)).toEqual(['phone', 'field']);
  });
});
