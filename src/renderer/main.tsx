import './base/strict-zod';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/tokens.css';
import './app/base.css';
import './app/mantine.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { Plain } from './app/plain';
import { cssVariables, theme } from './app/theme';
import { ErrorPanel } from './components/states';
import { pickHost } from './host/pick-host';
import { createAppStore } from './state/app-store';
import { openDatabase } from './store/database';
import { DexieJournalCopy } from './store/journal-copy';

const colors = localStorageColorSchemeManager({ key: 'winnow-colors' });

function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colors}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-right" limit={4} zIndex={500} containerWidth={360} />
      {children}
    </MantineProvider>
  );
}

async function start(): Promise<ReactNode> {
  const picked = await pickHost();
  if (!picked.ok) {
    return (
      <Plain>
        <ErrorPanel error={picked.error} onRetry={() => window.location.reload()} />
      </Plain>
    );
  }
  const host = picked.value;
  const info = await host.info();
  if (!info.ok) {
    return (
      <Plain>
        <ErrorPanel error={info.error} onRetry={() => window.location.reload()} />
      </Plain>
    );
  }
  const store = createAppStore();
  const watcher = {
    onSuperseded: () => store.setState({ superseded: true }),
    onBlocked: () => store.setState({ superseded: true }),
  };
  const database = openDatabase('relaxed', watcher);
  const journalCopy = new DexieJournalCopy(openDatabase('strict', watcher));
  return <App store={store} surroundings={{ host, info: info.value, database, journalCopy }} />;
}

const root = document.getElementById('root');
if (root) {
  const reactRoot = createRoot(root);
  void start().then((window) => reactRoot.render(<Frame>{window}</Frame>));
}
