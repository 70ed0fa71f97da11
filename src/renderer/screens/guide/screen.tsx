import type { AppError } from '@shared/base/result';
import { useEffect, useState } from 'react';
import { navigate } from '../../app/routes';
import type { ScreenComponentProps } from '../../app/screens';
import { cx } from '../../base/format';
import { Button } from '../../components/button';
import { KeyHint } from '../../components/key-hint';
import { EmptyState, ErrorPanel, Skeleton } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { useProject } from '../../state/context';
import { errorOf } from '../../state/failure';
import { MarkdownView } from './markdown-view';
import { loadPage, PAGES } from './pages';
import classes from './screen.module.css';

const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl+K', 'find a screen, a table, a field, a command'],
  ['Alt+1', 'to the first step; Alt 9 to the last'],
  ['F1', 'this guide'],
  ['Ctrl+Z', 'take my last entry back'],
  ['Ctrl+Shift+Z', 'bring it back'],
  ['S', 'in a grid: sort by the column'],
  ['F', 'in a grid: values and filters of the column'],
  ['Ctrl+C', 'in a grid: copy the cell'],
];

/** Guide: the user guide of the documentation, beside the work. */
export default function Guide({ rest }: ScreenComponentProps) {
  const { folder } = useProject();
  const page = PAGES.find(({ id }) => id === rest[0]) ?? PAGES[0];
  const id = page?.id ?? null;
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    if (id === null) return;
    let left = false;
    loadPage(id).then(
      (text) => {
        if (!left && text !== null) setLoaded({ id, text });
      },
      (cause: unknown) => {
        if (!left) setError(errorOf(cause));
      },
    );
    return () => {
      left = true;
    };
  }, [id]);
  const open = (to: string) => navigate({ at: 'project', folder, screen: 'guide', rest: [to] });
  if (!page) {
    return (
      <EmptyState title="This build has no guide" testId="screen-guide">
        The guide stands in the documentation that came with Winnow, in docs/guide.
      </EmptyState>
    );
  }
  const { screen } = page;
  return (
    <div className={classes.guide} data-testid="screen-guide">
      <nav className={classes.pages} aria-label="Pages of the guide">
        {PAGES.map((item) => (
          <button
            key={item.id}
            type="button"
            className={cx(classes.item, item.id === page.id && classes.on)}
            aria-current={item.id === page.id ? 'page' : undefined}
            onClick={() => open(item.id)}
          >
            {item.label}
          </button>
        ))}
      </nav>
      <div className={classes.text} key={page.id}>
        {error ? <ErrorPanel error={error} /> : null}
        {loaded?.id === page.id ? <MarkdownView text={loaded.text} onLink={open} /> : <Skeleton lines={9} />}
      </div>
      <WhyPanel>
        <WhySection title="Keys">
          <dl className={classes.keys}>
            {KEYS.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <KeyHint keys={key} />
                  <span className="visually-hidden">{key}</span>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </WhySection>
        {screen ? (
          <WhySection title="Ready to try it?">
            <div className={classes.go}>
              <Button onClick={() => navigate({ at: 'project', folder, screen, rest: [] })}>
                Go to {page.label}
              </Button>
            </div>
          </WhySection>
        ) : null}
      </WhyPanel>
    </div>
  );
}
