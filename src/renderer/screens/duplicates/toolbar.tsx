import type { ClusterPage, ClusterView } from '@shared/pipeline/review-types';
import { IconUsersGroup } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../base/format';
import { FillBar } from '../../components/bars';
import { Chip } from '../../components/chip';
import { useEngineQuery } from '../../state/context';
import classes from './toolbar.module.css';

/** What the screen shows: a list of clusters, or what is related without being one. */
export type Show = ClusterView | 'related';

const CHIPS: readonly { readonly show: Show; readonly label: string; readonly title: string }[] = [
  { show: 'open', label: 'Waiting', title: 'Uncertain: a person decides. What changes most comes first' },
  { show: 'decided', label: 'Decided', title: 'Decided by people, the latest first' },
  { show: 'doubtful', label: 'Joined', title: 'Joined without asking, the most likely wrong first' },
  { show: 'related', label: 'Related', title: 'Different things that belong together; never joined' },
  { show: 'all', label: 'All', title: 'Every group of records that are alike' },
];

export interface ToolbarProps {
  readonly object: string;
  readonly page: ClusterPage | undefined;
  readonly show: Show;
  readonly onShow: (show: Show) => void;
  /** Buttons to go through the list. */
  readonly moves: ReactNode;
}

/** Which clusters to see, and how much of the doubt is left. */
export function Toolbar({ object, page, show, onShow, moves }: ToolbarProps) {
  const relations = useEngineQuery(['relations', object, 0], (engine) => engine.relations(object, 0, 0));
  const counts: Readonly<Record<Show, number | undefined>> = {
    open: page?.open,
    decided: page?.decided,
    doubtful: page?.automatic,
    related: relations.data?.total,
    all: undefined,
  };
  return (
    <div className={classes.toolbar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex line. */}
      <div role="group" aria-label="Show" className={classes.chips}>
        {CHIPS.map(({ show: name, label, title }) => (
          <Chip
            key={name}
            on={show === name}
            onClick={() => onShow(name)}
            title={title}
            testId={`show-${name}`}
          >
            {name === 'related' ? <IconUsersGroup size={12} stroke={2} aria-hidden="true" /> : null}
            {label}
            {counts[name] === undefined ? '' : ` ${formatCount(counts[name])}`}
          </Chip>
        ))}
      </div>
      {page && page.open > 0 && page.decided > 0 ? (
        <div
          className={classes.doubt}
          data-testid="doubt"
          title="How much your answers are still expected to change, against the queue before the first decision"
        >
          <span className={classes.meter}>
            <FillBar share={page.doubtLeft} label="Doubt left in the queue" figure={false} />
          </span>
          {formatShare(page.doubtLeft)} of the doubt left
        </div>
      ) : null}
      <div className={classes.moves}>{moves}</div>
    </div>
  );
}
