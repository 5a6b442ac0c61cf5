// A place in the files of the centre, as a link where it can be read somewhere.
import { useAsk } from '../../kit/api/use-api.ts';
import { useSettings } from '../../kit/settings.ts';
import { sourceAddress } from './source-address.ts';

interface Props {
  /** Within the folder of the centre. */
  readonly file: string;
  readonly line?: number | undefined;
}

export function SourceLink({ file, line }: Props) {
  const settings = useSettings();
  const { data } = useAsk('readDeployment');
  const { sources, commit } = data?.body ?? {};
  const where = { editor: settings?.editor, sources, commit: commit?.id };
  const href = sourceAddress(where, file, line);
  const says = line === undefined ? file : `${file}:${line}`;
  if (href === undefined) return <code className="source">{says}</code>;
  return (
    <a className="source mono" href={href} rel="noreferrer" target="_blank">
      {says}
    </a>
  );
}
