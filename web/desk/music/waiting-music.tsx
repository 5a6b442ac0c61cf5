// Music while the agent waits for a contact (CAM-5), and the switch that ends it. It plays in one
// tab only, and begins with the next press where a browser lets no page sound before one.
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '../language.ts';
import { isMusicOn, keepMusic, whenMusicChanges } from './kept-music.ts';
import { playInOneTab } from './one-tab.ts';

interface Props {
  /** Below /music. */
  readonly file: string;
  readonly isWaiting: boolean;
}

export function WaitingMusic({ file, isWaiting }: Props) {
  const { t } = useDesk();
  const [isOn, setOn] = useState(isMusicOn);
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => whenMusicChanges(() => setOn(isMusicOn())), []);
  useEffect(() => {
    const { current } = audio;
    if (current === null || !isOn || !isWaiting) return;
    return playInOneTab(current);
  }, [isOn, isWaiting]);
  return (
    <label className="switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          keepMusic(event.target.checked);
          setOn(event.target.checked);
        }}
      />
      <span>{t('music.switch')}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: it says nothing */}
      <audio ref={audio} src={`/music/${encodeURIComponent(file)}`} loop preload="none" />
    </label>
  );
}
