import { describe, expect, it } from 'vitest';
import { instant } from '../../../../lib/domain/model/instant.ts';
import { agentsOfGroups, shifts } from '../../../../lib/simulation/centre/shifts.ts';
import { definitions } from '../../../support/definitions.ts';
import { local } from '../../../support/journey.ts';
import { aPhoneNetwork } from '../phone-network/a-phone-network.ts';

describe('agents of a simulated centre', () => {
  it('are those of the groups; who is in two works in the first', () => {
    const base = definitions({ agents: ['eva', 'tom'] });
    const groups = { ...base.groups, night: { agents: ['tom', 'ida'], skills: [] } };

    const agents = agentsOfGroups({ ...base, groups });

    expect(agents.map(({ id, group }) => `${id} ${group}`)).toEqual([
      'eva team',
      'tom team',
      'ida night',
    ]);
  });

  it('come when a queue of theirs opens and go when it closes', () => {
    const told: string[] = [];
    const network = {
      ...aPhoneNetwork().network,
      startShift: (ids: readonly string[] = []) => void told.push(`in ${ids}`),
      logOut: (ids: readonly string[] = []) => void told.push(`out ${ids}`),
    };
    const centre = definitions({ agents: ['eva', 'tom'] });
    const everyMinute = shifts(centre, agentsOfGroups(centre), network);

    const minutes = ['07:59', '08:00', '08:01', '19:59', '20:00', '20:01'];
    const heard = minutes.map((time) => {
      everyMinute(instant(local(`2026-03-02 ${time}`)));
      return told.splice(0).join();
    });

    expect(heard).toEqual(['', 'in eva,tom', '', '', 'out eva,tom', '']);
  });
});
