import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';

/** Something the person can do by name from the palette (Ctrl+K). */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** Heading it stands under. */
  readonly group: string;
  /** Other words people may type. */
  readonly words?: string;
  readonly hotkey?: string;
  readonly run: () => void;
  /** Takes what was typed, e.g. to look for it; offered below the others for any text. */
  readonly runWith?: (typed: string) => void;
}

interface CommandRegistry {
  readonly commands: readonly Command[];
  set(owner: string, commands: readonly Command[]): void;
}

const CommandContext = createContext<CommandRegistry>({ commands: [], set: () => undefined });

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const [byOwner, setByOwner] = useState<ReadonlyMap<string, readonly Command[]>>(new Map());
  const registry = useMemo<CommandRegistry>(
    () => ({
      commands: [...byOwner.values()].flat(),
      set: (owner, commands) => setByOwner((before) => new Map(before).set(owner, commands)),
    }),
    [byOwner],
  );
  return <CommandContext.Provider value={registry}>{children}</CommandContext.Provider>;
}

/** All commands offered now. */
export function useAllCommands(): readonly Command[] {
  return useContext(CommandContext).commands;
}

/**
 * Offers commands in the palette while the component is shown. `owner` is unique; they are offered anew when `stamp`
 * changes, and always run the latest function.
 */
export function useCommands(owner: string, commands: readonly Command[], stamp: string): void {
  const { set } = useContext(CommandContext);
  const latest = useEffectEvent((id: string) => commands.find((command) => command.id === id));
  const offer = useEffectEvent(() =>
    set(
      owner,
      commands.map((command) => ({
        ...command,
        run: () => latest(command.id)?.run(),
        ...(command.runWith ? { runWith: (typed: string) => latest(command.id)?.runWith?.(typed) } : {}),
      })),
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamp says when the list changed.
  useEffect(() => {
    offer();
    return () => set(owner, []);
  }, [owner, stamp]);
}
