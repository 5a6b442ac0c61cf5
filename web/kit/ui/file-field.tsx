// A file is chosen, in the language of the page: the browser's own button speaks the browser's.
import { useId, useState } from 'react';
import { useKitLanguage } from '../language.tsx';

interface Props {
  readonly label: string;
  /** As the attribute of that name. */
  readonly accept: string;
  readonly choose: (file: File | undefined) => void;
}

export function FileField({ label, accept, choose }: Props) {
  const { t } = useKitLanguage();
  const id = useId();
  const [name, setName] = useState<string>();
  return (
    <div className="file-field">
      <label htmlFor={id}>
        <span>{label}</span>
        <span className="chosen" aria-hidden="true">
          <span className="button">{t('kit.file')}</span>
          <span className="soft">{name ?? t('kit.noFile')}</span>
        </span>
      </label>
      <input
        id={id}
        className="hidden"
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0];
          setName(file?.name);
          choose(file);
        }}
      />
    </div>
  );
}
