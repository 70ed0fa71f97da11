import { IconX } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { cx } from '../../base/format';
import { IconButton } from '../../components/button';
import { WhySlotContext } from '../../components/why';
import { useProject, useProjectModel } from '../../state/context';
import { useHotkey } from '../../state/hotkeys';
import type { ProjectScreen } from '../routes';
import { LedgerBar } from './ledger-bar';
import { LedgerDrawer } from './ledger-drawer';
import { Rail } from './rail';
import classes from './shell.module.css';
import { TopBar } from './top-bar';

export interface ShellProps {
  readonly screen: ProjectScreen;
  readonly children: ReactNode;
}

/** The window of an open project: steps at the left, one task in the middle, why at the right, the ledger at the foot. */
export function Shell({ screen, children }: ShellProps) {
  const project = useProject();
  const whyOpen = useProjectModel((model) => model.whyOpen);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const closeWhy = useCallback(() => project.store.setState({ whyOpen: false }), [project]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen begins with the column closed.
  useEffect(closeWhy, [closeWhy, screen]);
  useHotkey(whyOpen ? 'Escape' : null, closeWhy);
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={focusMain}>
        Skip to the task
      </button>
      <TopBar />
      <Rail screen={screen} />
      <WhySlotContext.Provider value={slot}>
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </WhySlotContext.Provider>
      <aside
        className={cx(classes.why, whyOpen && classes.whyOpen)}
        aria-label="Why"
        data-testid="why-column"
      >
        <div className={classes.whyClose}>
          <IconButton
            label="Close the why column"
            icon={<IconX size={16} stroke={1.7} />}
            onClick={closeWhy}
          />
        </div>
        <div ref={setSlot} className={classes.whySlot} />
      </aside>
      <LedgerBar />
      <LedgerDrawer />
    </div>
  );
}

function focusMain(): void {
  document.getElementById('main')?.focus();
}
