// Moving about in a drawing: with a mouse, fingers and keys alike.
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { begun, centredOn, fitted, moved, type Viewport, zoomed } from './viewport.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const STEP = 1.25;
const KEY_PIXELS = 60;
/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

const KEYS: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: KEY_PIXELS, y: 0 },
  ArrowRight: { x: -KEY_PIXELS, y: 0 },
  ArrowUp: { x: 0, y: KEY_PIXELS },
  ArrowDown: { x: 0, y: -KEY_PIXELS },
};

/** How the drawing came to be where it is: laid there for a screen, or moved by hand. */
type Laid = (seen: Size) => Viewport;

export function useViewport(drawing: Size, start: Spot) {
  const region = useRef<HTMLElement>(null);
  const [view, setView] = useState<Viewport>({ scale: 1, x: 0, y: 0 });
  const laid = useRef<Laid>(undefined);
  const seen = useCallback(() => sizeOf(region.current), []);
  const lay = useCallback(
    (how: Laid) => {
      laid.current = how;
      setView(how(seen()));
    },
    [seen],
  );
  const change = useCallback((by: (at: Viewport) => Viewport) => {
    laid.current = undefined;
    setView(by);
  }, []);
  useLayoutEffect(() => lay((screen) => begun(drawing, screen, start)), [drawing, start, lay]);
  useSize(region, () =>
    setView((at) => laid.current?.(seen()) ?? moved(at, { x: 0, y: 0 }, drawing, seen())),
  );
  const fingers = useFingers(region, drawing, change);
  useWheel(region, change);
  const zoom = useCallback(
    (by: number) => {
      const { width, height } = seen();
      change((at) => zoomed(at, by, { x: width / 2, y: height / 2 }));
    },
    [seen, change],
  );
  const showAll = useCallback(() => lay((screen) => fitted(drawing, screen)), [drawing, lay]);
  const show = useCallback(
    (spot: Spot) => lay((screen) => centredOn(view, spot, screen)),
    [view, lay],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = KEYS[event.key];
    if (by !== undefined) change((at) => moved(at, by, drawing, seen()));
    else if (event.key === '+' || event.key === '=') zoom(STEP);
    else if (event.key === '-') zoom(1 / STEP);
    else if (event.key === '0') showAll();
    else return;
    event.preventDefault();
  };
  return { region, view, zoom, showAll, show, handlers: { ...fingers, onKeyDown } };
}

/** A screen that is turned, or a window that is made narrower. */
function useSize(region: RefObject<HTMLElement | null>, changed: () => void) {
  const tell = useEffectEvent(changed);
  useEffect(() => {
    const observer = new ResizeObserver(() => tell());
    if (region.current !== null) observer.observe(region.current);
    return () => observer.disconnect();
  }, [region]);
}

type Change = (change: (at: Viewport) => Viewport) => void;

/** One pointer moves the drawing, two stretch it. */
function useFingers(region: RefObject<HTMLElement | null>, drawing: Size, change: Change) {
  const down = useRef(new Map<number, Spot>());
  const far = useRef(0);
  const lift = ({ pointerId }: PointerEvent) => {
    down.current.delete(pointerId);
  };
  return {
    onPointerDown(event: PointerEvent) {
      if (down.current.size === 0) far.current = 0;
      down.current.set(event.pointerId, within(region.current, event));
    },
    onPointerMove(event: PointerEvent) {
      const from = down.current.get(event.pointerId);
      if (from === undefined) return;
      const to = within(region.current, event);
      far.current += Math.hypot(to.x - from.x, to.y - from.y);
      if (far.current < CLICK_PIXELS) return;
      // from here on it is no click: also of what leaves the region
      region.current?.setPointerCapture(event.pointerId);
      down.current.set(event.pointerId, to);
      const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
      const by = { x: to.x - from.x, y: to.y - from.y };
      if (other === undefined) change((at) => moved(at, by, drawing, sizeOf(region.current)));
      else change((at) => zoomed(at, apart(to, other) / (apart(from, other) || 1), other));
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    onClickCapture(event: { stopPropagation(): void }) {
      if (far.current >= CLICK_PIXELS) event.stopPropagation();
    },
  };
}

/** With Ctrl, which browsers say of two fingers on a touchpad, too; without it the page scrolls. */
function useWheel(region: RefObject<HTMLElement | null>, change: Change) {
  useEffect(() => {
    const element = region.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const at = within(element, event);
      change((view) => zoomed(view, Math.exp(-event.deltaY / 300), at));
    };
    // React's own listener could not keep the browser from zooming the page
    element?.addEventListener('wheel', turn, { passive: false });
    return () => element?.removeEventListener('wheel', turn);
  }, [region, change]);
}

const apart = (one: Spot, other: Spot): number => Math.hypot(one.x - other.x, one.y - other.y);

function within(
  element: Element | null,
  { clientX, clientY }: { clientX: number; clientY: number },
) {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
  return { x: clientX - left, y: clientY - top };
}

const sizeOf = (element: HTMLElement | null) => ({
  width: element?.clientWidth ?? 1,
  height: element?.clientHeight ?? 1,
});
