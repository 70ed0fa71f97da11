import { TextInput } from '@mantine/core';
import type { Progress } from '@shared/base/progress';
import type { AppError } from '@shared/base/result';
import { STEPS, type StepId } from '@shared/pipeline/types';
import { IconDownload, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate } from '../../app/routes';
import { cx, formatCount } from '../../base/format';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { ErrorPanel, ProgressPanel } from '../../components/states';
import { WhyPanel, WhySection } from '../../components/why';
import { actingPerson } from '../../state/app-store';
import {
  useAppStore,
  useEngineQuery,
  useProject,
  useProjectState,
  useSurroundings,
} from '../../state/context';
import { download, safeFileName } from '../../state/download';
import { errorOf } from '../../state/failure';
import { notifyDone, notifyError } from '../../state/notify';
import classes from './export.module.css';
import { Reconciliation } from './reconciliation';
import { Waivers } from './waivers';
import { writePackage } from './write-package';

/** Export: what still blocks the gate, the sums, and the migration package. */
export default function ExportScreen() {
  const project = useProject();
  const app = useAppStore();
  const state = useProjectState();
  const gate = useEngineQuery(['gate'], (engine) => engine.gate());
  const ledger = useEngineQuery(['ledger'], (engine) => engine.ledger());
  const [name, setName] = useState(() => safeFileName(`${state.name}-package-${state.packages.length + 1}`));
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<{ path: string } | { error: AppError } | null>(null);

  const write = async () => {
    const model = app.getState();
    const by = actingPerson(model);
    if (!by || !model.current) return;
    setOutcome(null);
    setProgress({ label: 'Starting', done: 0, total: 0 });
    setOutcome(
      await writePackage(project, {
        name: safeFileName(name),
        by,
        pair: model.current.pair,
        report: setProgress,
      }),
    );
    setProgress(null);
    setName(safeFileName(`${state.name}-package-${state.packages.length + 2}`));
  };
  const open = gate.data?.open ?? false;
  return (
    <Screen
      title="Is everything ready to load?"
      subtitle={
        gate.data && !gate.stale
          ? open
            ? 'The gate is open: every blocking decision is signed, nothing is held, the sums close.'
            : `The gate is closed. It waits for ${gate.data.waitsFor.length === 1 ? 'one thing' : `${gate.data.waitsFor.length} things`}.`
          : 'Checking the gate …'
      }
      testId="screen-export"
      actions={
        <Button
          kind="primary"
          disabled={!open || gate.stale || name.trim() === ''}
          busy={progress !== null}
          title={open ? 'Write all files of the package' : 'Opens when nothing below is left to do'}
          onClick={() => void write()}
          testId="write-package"
        >
          Write the migration package
        </Button>
      }
    >
      {progress ? <ProgressPanel progress={progress} /> : null}
      {outcome && 'error' in outcome ? <ErrorPanel error={outcome.error} /> : null}
      {outcome && 'path' in outcome ? (
        <Card testId="package-written">
          <p className={classes.written}>
            <strong>The package is written and its sums close.</strong>
            <span className={classes.path}>{outcome.path}</span>
          </p>
        </Card>
      ) : null}
      <QueryView query={gate}>
        {(data, stale) => (
          <Card
            className={cx(stale && classes.stale)}
            title={
              <span className={classes.gate}>
                {data.open ? <IconLockOpen size={16} stroke={1.7} /> : <IconLock size={16} stroke={1.7} />}
                {stale ? 'Checking again …' : data.open ? 'The gate is open' : 'What the gate waits for'}
              </span>
            }
            testId="gate"
          >
            {data.open ? (
              <TextInput
                label="Name of the package"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                w={360}
                data-testid="package-name"
              />
            ) : (
              <ul className={classes.waits}>
                {data.waitsFor.map((item) => (
                  <li key={`${item.code}${item.itemId ?? ''}`}>
                    <span>{item.sentence}</span>
                    <Button kind="quiet" onClick={() => go(project.folder, item.step, item.itemId)}>
                      Go there
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </QueryView>
      <QueryView query={ledger}>{(data) => <Reconciliation ledger={data} />}</QueryView>
      {gate.data ? <Waivers gate={gate.data} /> : null}
      {state.packages.length > 0 ? <Packages /> : null}
      <WhyPanel>
        <WhySection lead title="What is in the package">
          <p>
            Import files in load order, split by the loader’s limits; second-pass files for records that point
            at each other; a crosswalk from every legacy key; the excluded and rejected rows with their
            reasons; the reconciliation; the audit log with its signatures; a manifest with a checksum of each
            file; a readme for the implementer.
          </p>
        </WhySection>
        <WhySection title="How it is checked">
          <p>
            Before the folder appears, Winnow reads the written files again with another parser and compares
            the sums. Anybody can check it later with <code>winnow verify</code>, with no project at hand.
          </p>
        </WhySection>
        <WhySection title="Waivers">
          <p>
            A waiver opens the gate in spite of something. It needs a reason, and it is printed first on the
            report.
          </p>
        </WhySection>
      </WhyPanel>
    </Screen>
  );
}

function go(folder: string, step: string, itemId?: string): void {
  const screen: StepId = STEPS.find((name) => name === step) ?? 'governance';
  navigate({ at: 'project', folder, screen, rest: itemId && screen === 'governance' ? [itemId] : [] });
}

/** Packages written before, each to be had as one zip file. */
function Packages() {
  const project = useProject();
  const { host, info } = useSurroundings();
  const { packages } = useProjectState();
  const [busy, setBusy] = useState<string | null>(null);
  const fetch = async (name: string) => {
    setBusy(name);
    try {
      await download(host, host.exportPackage({ folder: project.folder, name }), `${safeFileName(name)}.zip`);
      notifyDone(`${name}.zip is in your downloads.`);
    } catch (cause) {
      notifyError(errorOf(cause));
    }
    setBusy(null);
  };
  return (
    <Card title="Packages" testId="packages">
      <ul className={classes.waits}>
        {packages.toReversed().map((item) => (
          <li key={item.manifestSha256}>
            <span>
              <strong>{item.name}</strong> · {formatCount(item.exported)} of {formatCount(item.rowsRead)} rows
              exported · <span className="num">{item.at.slice(0, 16).replace('T', ' ')}</span>
              <span className={classes.path}>manifest {item.manifestSha256.slice(0, 16)}…</span>
            </span>
            <Button
              icon={<IconDownload size={14} />}
              busy={busy === item.name}
              onClick={() => void fetch(item.name)}
              testId="download-package"
            >
              {info.capabilities.reveal ? 'As a zip file' : 'Download'}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
