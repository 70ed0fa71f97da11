import { spotlight } from '@mantine/spotlight';
import type { TableState } from '@shared/journal/types';
import { IconHome, IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react';
import { formatCount } from '../../base/format';
import { IconButton } from '../../components/button';
import { KeyHint } from '../../components/key-hint';
import { useProject, useProjectModel, useProjectState } from '../../state/context';
import { useTarget } from '../../state/target';
import { formatRoute, navigate } from '../routes';
import { PersonMenu } from './person-menu';
import classes from './top-bar.module.css';

/** Project, target, search, what is saved, who works. */
export function TopBar() {
  const state = useProjectState();
  const extract = latestExtract(state.tables);
  const system = useTarget();
  const target = state.target ? (system?.label ?? state.target.system) : 'No target yet';
  return (
    <header className={classes.bar}>
      <IconButton
        label="All projects"
        icon={<IconHome size={17} stroke={1.6} />}
        onClick={() => navigate({ at: 'home' })}
        testId="go-home"
      />
      <a
        className={classes.project}
        href={formatRoute({ at: 'home' })}
        tabIndex={-1}
        data-testid="project-name"
      >
        {state.name}
      </a>
      <span className={classes.facts}>{extract ? `${target} · extract ${extract}` : target}</span>
      <span className={classes.space} />
      <Busy />
      <button
        type="button"
        className={classes.search}
        onClick={() => spotlight.open()}
        data-testid="open-palette"
      >
        <IconSearch size={15} stroke={1.7} aria-hidden="true" />
        <span className={classes.searchText}>Search screens, fields, commands</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      <SavedMark />
      <PersonMenu />
      <WhyToggle />
    </header>
  );
}

/** What the engine works on, with a way to stop it. */
function Busy() {
  const project = useProject();
  const progress = useProjectModel((model) => model.progress);
  if (!progress) return null;
  const share = progress.total > 0 ? ` ${Math.floor((progress.done / progress.total) * 100)} %` : '';
  return (
    <span className={classes.busy} role="status" data-testid="engine-busy">
      <span className={classes.pulse} aria-hidden="true" />
      <span className="clip">
        {progress.label}
        <span className="num">{share}</span>
      </span>
      <button type="button" className={classes.stop} onClick={() => void project.cancel()}>
        Cancel
      </button>
    </span>
  );
}

/** Opens the why column where the window is too narrow for it to stand open. */
function WhyToggle() {
  const { store } = useProject();
  const open = useProjectModel((model) => model.whyOpen);
  return (
    <span className={classes.whyToggle}>
      <IconButton
        label={open ? 'Close the why column' : 'Open the why column'}
        icon={<IconLayoutSidebarRight size={18} stroke={1.6} />}
        pressed={open}
        onClick={() => store.setState({ whyOpen: !open })}
        testId="why-toggle"
      />
    </span>
  );
}

function SavedMark() {
  const saving = useProjectModel((model) => model.saving);
  const failed = useProjectModel((model) => model.saveError !== null);
  const entries = useProjectModel((model) => model.entries.length);
  const word = saving ? 'Saving' : failed ? 'Not saved' : 'Saved';
  return (
    <span
      className={failed && !saving ? classes.failed : classes.saved}
      role="status"
      data-testid="saved-mark"
    >
      {word} · <span className={classes.long}>journal </span>
      <span className="num">{formatCount(entries)}</span>
    </span>
  );
}

function latestExtract(tables: readonly TableState[]): string | null {
  const dates = tables.flatMap((table) => (table.derivation === null ? (table.extractDate ?? []) : []));
  return dates.sort().at(-1) ?? null;
}
