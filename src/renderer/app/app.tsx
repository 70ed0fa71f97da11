import type { AppError } from '@shared/base/result';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { ErrorPanel, Skeleton } from '../components/states';
import { type AppStore, refreshPeople, type Surroundings } from '../state/app-store';
import { AppContext, useApp } from '../state/context';
import { errorOf } from '../state/failure';
import { CommandProvider } from './commands';
import { ErrorBoundary } from './error-boundary';
import { FirstRun } from './first-run';
import { MenuBridge } from './menu-bridge';
import { useNoStrayDrops } from './no-stray-drops';
import { Plain } from './plain';
import { ProjectView } from './project-view';
import { useRoute } from './routes';
import { Palette } from './shell/palette';

const Home = lazy(() => import('../screens/home/home'));
/** Found when the build has it, as the project screens are. */
const packet = import.meta.glob<{ readonly default: ComponentType }>('../screens/packet/screen.tsx');
const Packet = lazy<ComponentType>(
  packet['../screens/packet/screen.tsx'] ?? (() => import('../screens/home/home')),
);

export interface AppProps {
  readonly store: AppStore;
  readonly surroundings: Surroundings;
}

/** The whole window. */
export function App({ store, surroundings }: AppProps) {
  return (
    <AppContext.Provider value={{ store, surroundings }}>
      <ErrorBoundary>
        <CommandProvider>
          <Window store={store} surroundings={surroundings} />
          <Palette />
          <MenuBridge />
        </CommandProvider>
      </ErrorBoundary>
    </AppContext.Provider>
  );
}

function Window({ store, surroundings }: AppProps) {
  const [ready, setReady] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const person = useApp((model) => model.current);
  const superseded = useApp((model) => model.superseded);
  useEffect(() => {
    refreshPeople(store, surroundings.database)
      .then(() => setReady(true))
      .catch((cause: unknown) => setError(errorOf(cause)));
  }, [store, surroundings]);
  if (superseded) {
    return (
      <Plain>
        <ErrorPanel
          error={{
            code: 'STORE_SUPERSEDED',
            message:
              'A newer Winnow was opened in another window and took over the working store. Load this window again to go on.',
          }}
          onRetry={() => window.location.reload()}
        />
      </Plain>
    );
  }
  if (error) {
    return (
      <Plain>
        <ErrorPanel error={error} onRetry={() => window.location.reload()} />
      </Plain>
    );
  }
  if (!ready) return <Plain>{<Skeleton lines={3} />}</Plain>;
  if (!person) return <FirstRun />;
  return (
    <Suspense fallback={<Skeleton />}>
      <CurrentRoute />
    </Suspense>
  );
}

function CurrentRoute() {
  const route = useRoute();
  useNoStrayDrops();
  switch (route.at) {
    case 'home':
      return <Home />;
    case 'packet':
      return <Packet />;
    case 'project':
      return <ProjectView key={route.folder} folder={route.folder} screen={route.screen} rest={route.rest} />;
  }
}
