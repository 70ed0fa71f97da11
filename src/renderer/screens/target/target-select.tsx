import { Select } from '@mantine/core';
import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import { useCommit, useProjectState } from '../../state/context';
import { draft } from '../../state/drafting';
import { useTarget } from '../../state/target';

/** The CRM the project migrates to. A profile of another system stays in the project and is used again when chosen. */
export function TargetSelect() {
  const commit = useCommit();
  const { target } = useProjectState();
  return (
    <Select
      label="Target"
      data={BUILT_IN_SYSTEMS.map(({ system, label }) => ({ value: system, label }))}
      value={target?.system ?? null}
      allowDeselect={false}
      onChange={(system) => {
        const next = system ? builtInTarget(system) : null;
        if (next && next.system !== target?.system) {
          void commit([
            draft('target.set', next.label, { system: next.system, loader: next.loaders[0]?.id ?? '' }),
          ]);
        }
      }}
      data-testid="target-select"
    />
  );
}

/** The way files are loaded, which sets how they are split. */
export function LoaderSelect() {
  const commit = useCommit();
  const { target } = useProjectState();
  const system = useTarget();
  if (!system || system.loaders.length < 2) return null;
  return (
    <Select
      label="Loaded by"
      data={system.loaders.map(({ id, label }) => ({ value: id, label }))}
      value={target?.loader ?? null}
      allowDeselect={false}
      onChange={(loader) => {
        if (loader && loader !== target?.loader) {
          void commit([draft('target.set', system.label, { system: system.system, loader })]);
        }
      }}
    />
  );
}
