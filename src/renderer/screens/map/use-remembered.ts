import type { RememberedChoice } from '@shared/mapping/remember';
import type { TableMapping } from '@shared/mapping/types';
import { useCallback, useEffect, useState } from 'react';
import { useSurroundings } from '../../state/context';
import { useTarget } from '../../state/target';
import { rememberedMappings, rememberMappings } from '../../store/remembered-mappings';

/** What was mapped before on this machine, as it was when the table was opened; null until it is read. */
export function useRemembered(): readonly RememberedChoice[] | null {
  const { database } = useSurroundings();
  const [choices, setChoices] = useState<readonly RememberedChoice[] | null>(null);
  useEffect(() => {
    let left = false;
    // Without a memory (a private window, a full disk) mapping goes on as on a new machine.
    rememberedMappings(database)
      .catch(() => [])
      .then((found) => {
        if (!left) setChoices(found);
      });
    return () => {
      left = true;
    };
  }, [database]);
  return choices;
}

/** Remembers mappings that were agreed; a machine that cannot keep them loses nothing else. */
export function useRemember(): (mappings: readonly TableMapping[]) => void {
  const { database } = useSurroundings();
  const system = useTarget()?.system;
  return useCallback(
    (mappings) => {
      if (system !== undefined) void rememberMappings(database, system, mappings).catch(() => undefined);
    },
    [database, system],
  );
}
