import { type DragEvent, useRef, useState } from 'react';
import { type DroppedFiles, droppedFiles } from './import/dropped-files';

/** Takes files dropped on an element, those of folders among them; `over` while they hover. Texts are ignored. */
export function useFileDrop(take: (files: readonly File[]) => void) {
  return useDrop(({ files }) => take(files));
}

/** Like `useFileDrop`, and is told what of the folders was left out. */
export function useDrop(take: (dropped: DroppedFiles) => void) {
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
      // The browser takes the items away once this returns.
      const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
      const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
      const loose = entries.length > 0 ? [] : [...event.dataTransfer.files];
      if (entries.length + loose.length === 0) return;
      void droppedFiles(entries, loose).then(take);
    },
  };
  return { over, handlers };
}
