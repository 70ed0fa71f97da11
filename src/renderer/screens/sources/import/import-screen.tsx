import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { cx, formatBytes, plural } from '../../../base/format';
import { Button } from '../../../components/button';
import { Screen } from '../../../components/screen';
import { EmptyState, ErrorPanel, ProgressPanel, Skeleton } from '../../../components/states';
import { actingPerson } from '../../../state/app-store';
import { useAppStore, useProject, useSurroundings } from '../../../state/context';
import { notifyDone } from '../../../state/notify';
import { useDrop } from '../use-file-drop';
import { usePaste } from '../use-paste';
import { addAll, dropDrafts, keepDrafts } from './import-actions';
import { ImportFiles } from './import-files';
import { blockedBecause, type ImportFile, type ImportTable, takenTables } from './import-model';
import classes from './import-screen.module.css';
import { importStoreOf, NOTHING_PICKED } from './import-store';
import { ImportTablePanel } from './import-table';
import { StackOfferCard } from './stack-offer';
import { stacked, stackOffers } from './stacking';
import { takeDrop, takePaste } from './take-drop';

/** Picked files before they are added: what was found in them, how it is read, and where it belongs. */
export function ImportScreen() {
  const project = useProject();
  const app = useAppStore();
  const store = importStoreOf(project);
  const { files, shown, adding, error, declined } = useStore(store);
  const offers = useMemo(() => stackOffers(files, declined), [files, declined]);
  const [stopped] = useState(() => ({ current: new AbortController() }));
  const busy = useRef(false);
  const { database } = useSurroundings();
  const { over, handlers } = useDrop((dropped) => takeDrop(project, database, dropped));
  usePaste((data) => void takePaste(project, database, data));
  const [settled] = useDebouncedValue(files, 600);
  useEffect(() => {
    if (adding === null) void keepDrafts(project, database, settled);
  }, [project, database, settled, adding]);
  const taken = takenTables(files);
  const blocked = files.map(blockedBecause).find((reason) => reason !== null) ?? null;
  const found = findShown(files, shown);
  const offer = offers.find(({ members }) => members.some(({ id }) => id === found.table?.id));
  const elsewhere = offer ? undefined : offers[0];

  const add = async () => {
    const by = actingPerson(app.getState());
    if (!by || busy.current) return;
    busy.current = true;
    stopped.current = new AbortController();
    const done = await addAll(project, by, stopped.current.signal);
    busy.current = false;
    if (!done) return;
    void dropDrafts(project, database, files);
    notifyDone(`Added ${plural(taken.length, 'table')}.`);
  };
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <Screen
      title="Is this how the files should be read?"
      subtitle={`${plural(files.length, 'file')}, ${formatBytes(bytes)} · nothing is added until you say so`}
      fill
      testId="screen-import"
      foot={
        <>
          <Button
            kind="primary"
            hotkey="Ctrl+Enter"
            onClick={() => void add()}
            disabled={taken.length === 0 || blocked !== null}
            busy={adding !== null}
            testId="import-add"
          >
            {taken.length === 0 ? 'Nothing ticked' : `Add ${plural(taken.length, 'table')}`}
          </Button>
          <Button
            onClick={() => {
              void dropDrafts(project, database, files);
              store.setState(NOTHING_PICKED);
            }}
            disabled={adding !== null}
            testId="import-discard"
          >
            Discard
          </Button>
          {blocked && adding === null ? (
            <span className={classes.blocked} role="status" data-testid="import-blocked">
              {blocked}
            </span>
          ) : null}
        </>
      }
    >
      {error ? <ErrorPanel error={error} compact /> : null}
      {adding ? (
        <ProgressPanel progress={adding} onCancel={() => stopped.current.abort()} />
      ) : (
        <div className={cx(classes.columns, over && classes.over)} {...handlers}>
          <ImportFiles />
          <div className={classes.detail}>
            {offer ? (
              <StackOfferCard
                key={offer.key}
                offer={offer}
                onStack={(renames) => {
                  store.setState({
                    files: stacked(files, offer, renames),
                    shown: offer.members[0]?.id ?? null,
                  });
                }}
                onDecline={() =>
                  store.setState((model) => ({
                    declined: [...model.declined, offer.key],
                  }))
                }
              />
            ) : null}
            {elsewhere ? (
              <p className={classes.elsewhere} data-testid="stack-elsewhere">
                <span>
                  {elsewhere.members.map(({ proposal }) => proposal.name).join(', ')} look like one table.
                </span>
                <Button
                  kind="quiet"
                  onClick={() => store.setState({ shown: elsewhere.members[0]?.id ?? null })}
                >
                  Look at them
                </Button>
              </p>
            ) : null}
            {detail(found)}
          </div>
        </div>
      )}
    </Screen>
  );
}

function detail(found: Shown) {
  if (found.table && found.file) {
    return <ImportTablePanel key={found.table.id} file={found.file} table={found.table} />;
  }
  if (found.file?.status === 'inspecting') return <Skeleton lines={8} />;
  if (found.file?.status === 'failed' && found.file.error) return <ErrorPanel error={found.file.error} />;
  return (
    <EmptyState title="No table in this file">
      Winnow looked into it and found no rows. Take the file away, or choose another one.
    </EmptyState>
  );
}

interface Shown {
  readonly file: ImportFile | undefined;
  readonly table: ImportTable | undefined;
}

function findShown(files: readonly ImportFile[], shown: string | null): Shown {
  for (const file of files) {
    const table = file.tables.find((item) => item.id === shown);
    if (table) return { file, table };
  }
  const file = files.find((item) => item.id === shown) ?? files[0];
  return { file, table: file?.id === shown ? undefined : file?.tables[0] };
}
