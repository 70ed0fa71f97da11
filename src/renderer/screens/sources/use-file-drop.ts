import { type DragEvent, useRef, useState } from 'react';

/** Takes files dropped on an element; `over` while they hover. Folders and texts are ignored. */
export function useFileDrop(take: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  // Children fire enter and leave too; the element is left when as many left as entered.
  const depth = useRef(0);
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      event.preventDefault();
      depth.current++;
      setOver(true);
    },
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDragLeave: () => {
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      const files = [...event.dataTransfer.files];
      if (files.length > 0) take(files);
    },
  };
  return { over, handlers };
}
