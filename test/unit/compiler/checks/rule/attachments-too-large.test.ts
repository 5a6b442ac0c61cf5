import { describe, expect, it } from 'vitest';
import { found } from '../../../../support/a-centre.ts';

const AGAIN = 'rules/again.yaml';

describe('attachments-too-large', () => {
  it('reports files that are larger together than mail servers take (CBR-11)', () => {
    expect(
      found({ [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: [leaflet.pdf, film.mp4]'] }),
    ).toEqual([
      "rules/again.yaml:28:5 attachments-too-large: the attachments of tile 'letter' have 10.0 MB together",
    ]);
  });

  it('accepts one of them alone', () => {
    expect(found({ [AGAIN]: ['attachments: [leaflet.pdf]', 'attachments: [film.mp4]'] })).toEqual(
      [],
    );
  });
});
