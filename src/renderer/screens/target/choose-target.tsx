import { BUILT_IN_SYSTEMS, builtInTarget } from '@shared/target/catalogue';
import { IconArrowsShuffle } from '@tabler/icons-react';
import { Button } from '../../components/button';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit } from '../../state/context';
import { draft } from '../../state/drafting';
import classes from './target.module.css';

/** Asked once in a project, before anything can be mapped. */
export function ChooseTarget({ testId }: { readonly testId: string }) {
  const commit = useCommit();
  const choose = (system: string, label: string) => {
    const loader = builtInTarget(system)?.loaders[0]?.id ?? '';
    void commit([draft('target.set', label, { system, loader })]);
  };
  return (
    <Screen title="Which CRM do you migrate to?" testId={testId}>
      <EmptyState title="Choose the target" icon={<IconArrowsShuffle size={28} stroke={1.4} />}>
        <p>
          Its objects, field lengths, picklists and loader rules are built in. It can be changed later;
          mappings to another target stay in the history.
        </p>
        <div className={classes.targets}>
          {BUILT_IN_SYSTEMS.map(({ system, label }) => (
            <Button key={system} onClick={() => choose(system, label)} testId={`target-${system}`}>
              {label}
            </Button>
          ))}
        </div>
      </EmptyState>
    </Screen>
  );
}
