// Why no contacts come to the agent: too many are left unclassified, and how far they are to be
// worked off.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useDesk } from '../language.ts';

export function HeldUp({ campaigns }: { readonly campaigns: Answer<'readDesk'>['heldUp'] }) {
  const { t } = useDesk();
  if (campaigns.length === 0) return null;
  return (
    <div className="note warning" role="status">
      <p className="note-title">{t('heldUp.title')}</p>
      {campaigns.map(({ campaign, name, left, until }) => (
        <p key={campaign}>{t('heldUp.left', { campaign: name, left, until })}</p>
      ))}
    </div>
  );
}
