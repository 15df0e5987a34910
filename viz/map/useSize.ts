/** The size of a drawing's frame: its width from the page, its height from its width. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Size } from "./layout.ts";

/** Wider maps are flatter; a phone's is a little taller than wide. */
const heightOf = (width: number): number =>
  Math.round(width < 520 ? width * 1.02 : Math.min(540, width * 0.68));

export function useSize(): [RefObject<HTMLDivElement | null>, Size] {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 640, height: heightOf(640) });
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      // An unchanged size keeps its object, so that nothing is laid out again.
      if (width > 0) setSize((old) => (old.width === width ? old : { width, height: heightOf(width) }));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, size];
}
