// Places beside each other: links, so that each has an address.
import { useHash } from '../router.tsx';

interface Tab {
  readonly says: string;
  readonly href: string;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const hash = useHash();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ says, href }) => (
        <a key={href} href={href} aria-current={hash === href ? 'page' : undefined}>
          {says}
        </a>
      ))}
    </nav>
  );
}
