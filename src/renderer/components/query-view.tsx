import type { ReactNode } from 'react';
import { type EngineQuery, useProject, useProjectModel } from '../state/context';
import { Button } from './button';
import { EmptyState, ErrorPanel, ProgressPanel, Skeleton } from './states';

export interface QueryViewProps<T> {
  readonly query: EngineQuery<T>;
  readonly children: (data: T, stale: boolean) => ReactNode;
}

/**
 * Shows the answer of the engine, or what stands in its place: a skeleton at once, progress with a way to stop when it
 * takes longer, the error with a way to try again. While a newer answer is computed, the old one stays.
 */
export function QueryView<T>({ query, children }: QueryViewProps<T>) {
  const project = useProject();
  const progress = useProjectModel((model) => model.progress);
  if (query.data !== undefined && query.error === null) return children(query.data, query.stale);
  if (query.error?.code === 'CANCELLED') {
    return (
      <EmptyState
        title="Stopped at your request"
        action={
          <Button kind="primary" onClick={query.retry} testId="retry">
            Go on
          </Button>
        }
      >
        Nothing was changed. What was computed before is kept, so going on does not begin anew.
      </EmptyState>
    );
  }
  if (query.error) return <ErrorPanel error={query.error} onRetry={query.retry} />;
  if (progress) return <ProgressPanel progress={progress} onCancel={() => void project.cancel()} />;
  return <Skeleton />;
}
