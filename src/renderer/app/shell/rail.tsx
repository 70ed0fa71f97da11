import { STEPS, type StepId, type StepState } from '@shared/pipeline/types';
import {
  IconArrowsShuffle,
  IconBook,
  IconChartBar,
  IconChecklist,
  IconCopy,
  IconFilter,
  IconGavel,
  IconHistory,
  IconPackageExport,
  IconTable,
  IconTarget,
  IconWand,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { cx } from '../../base/format';
import { useEngineQuery, useProject } from '../../state/context';
import { formatRoute, type ProjectScreen } from '../routes';
import { SCREEN_LABELS } from '../screens';
import classes from './rail.module.css';

const size = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

const ICONS: Readonly<Record<ProjectScreen, ReactNode>> = {
  sources: <IconTable {...size} />,
  profile: <IconChartBar {...size} />,
  clean: <IconWand {...size} />,
  map: <IconArrowsShuffle {...size} />,
  validate: <IconChecklist {...size} />,
  duplicates: <IconCopy {...size} />,
  active: <IconFilter {...size} />,
  governance: <IconGavel {...size} />,
  export: <IconPackageExport {...size} />,
  target: <IconTarget {...size} />,
  history: <IconHistory {...size} />,
  guide: <IconBook {...size} />,
};

const STATE_WORDS: Readonly<Record<StepState['state'], string>> = {
  empty: 'not begun',
  open: 'needs you',
  done: 'done',
};

/** The steps in order, each with what still needs a person. */
export function Rail({ screen }: { readonly screen: ProjectScreen }) {
  const steps = useEngineQuery(['steps'], (engine) => engine.steps(), { last: true });
  const stateOf = (step: StepId): StepState | undefined => steps.data?.find((item) => item.step === step);
  return (
    <nav className={classes.rail} aria-label="Steps">
      <h2 className={classes.section}>Migration</h2>
      <ul>
        {STEPS.map((step) => (
          <RailItem key={step} name={step} current={screen === step} state={stateOf(step)} />
        ))}
      </ul>
      {steps.error ? (
        <button type="button" className={classes.again} onClick={steps.retry} title={steps.error.message}>
          Count again what is open
        </button>
      ) : null}
      <h2 className={cx(classes.section, classes.second)}>Project</h2>
      <ul>
        <RailItem name="target" current={screen === 'target'} />
        <RailItem name="history" current={screen === 'history'} />
        <RailItem name="guide" current={screen === 'guide'} />
      </ul>
    </nav>
  );
}

interface RailItemProps {
  readonly name: ProjectScreen;
  readonly current: boolean;
  readonly state?: StepState | undefined;
}

function RailItem({ name, current, state }: RailItemProps) {
  const { folder } = useProject();
  const label = SCREEN_LABELS[name];
  const isStep = name !== 'target' && name !== 'history' && name !== 'guide';
  return (
    <li>
      <a
        className={cx(classes.item, current && classes.current)}
        href={formatRoute({ at: 'project', folder, screen: name, rest: [] })}
        aria-current={current ? 'page' : undefined}
        title={label}
        data-testid={`rail-${name}`}
      >
        {isStep ? (
          <span className={cx(classes.dot, classes[state?.state ?? 'empty'])} aria-hidden="true" />
        ) : null}
        <span className={classes.icon}>{ICONS[name]}</span>
        <span className={classes.label}>{label}</span>
        {state && state.badge !== '' ? <span className={cx(classes.badge, 'num')}>{state.badge}</span> : null}
        {state ? <span className="visually-hidden">, {STATE_WORDS[state.state]}</span> : null}
      </a>
    </li>
  );
}
