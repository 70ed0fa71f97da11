import { SegmentedControl } from '@mantine/core';
import type { ActiveRule } from '@shared/rules/types';
import { IconFilterQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate } from '../../app/routes';
import { Button } from '../../components/button';
import { QueryView } from '../../components/query-view';
import { Screen } from '../../components/screen';
import { EmptyState } from '../../components/states';
import { useCommit, useEngineQuery, useProject } from '../../state/context';
import { draft } from '../../state/drafting';
import { type MappedObjectName, useMappedObjects } from '../../state/mapped-objects';
import { RuleEditor } from './rule-editor';
import { RuleResult } from './rule-result';

/** Active records: the rule that says which records move, as a sentence, with what it does. */
export default function ActiveScreen({ rest }: { readonly rest: readonly string[] }) {
  const project = useProject();
  const objects = useMappedObjects();
  const object = objects.find((item) => item.name === rest[0]) ?? objects[0];
  if (!object) {
    return (
      <Screen title="Which records are active?" testId="screen-active">
        <EmptyState
          title="No records yet"
          icon={<IconFilterQuestion size={28} stroke={1.4} />}
          action={
            <Button
              kind="primary"
              onClick={() => navigate({ at: 'project', folder: project.folder, screen: 'map', rest: [] })}
            >
              Map a table
            </Button>
          }
        >
          A rule decides which records move to the new CRM and which stay behind: open balances and open deals
          are kept, erasure requests and tests are dropped, the rest by its last activity. Map a table first.
        </EmptyState>
      </Screen>
    );
  }
  return <ObjectRule key={object.name} object={object} objects={objects} />;
}

interface ObjectRuleProps {
  readonly object: MappedObjectName;
  readonly objects: readonly MappedObjectName[];
}

function ObjectRule({ object, objects }: ObjectRuleProps) {
  const project = useProject();
  const commit = useCommit();
  const [edited, setEdited] = useState<ActiveRule | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const agreed = useEngineQuery(['rule', object.name], (engine) => engine.rule(object.name));
  const drafted = useEngineQuery(
    edited ? ['draftRule', object.name, JSON.stringify(edited)] : null,
    (engine) => engine.draftRule(edited!),
  );
  const rule = edited ?? agreed.data?.rule ?? null;
  const report = (edited ? drafted.data : undefined) ?? agreed.data;
  const unsaved = edited !== null || agreed.data?.saved === false;
  const save = async () => {
    if (!rule) return;
    const done = await commit([draft('rule.set', `Active rule for ${object.label}`, { rule })]);
    if (done) setEdited(null);
  };
  return (
    <Screen
      title={`Which ${object.label.toLowerCase()} are active?`}
      subtitle={
        edited
          ? 'A draft: the ledger changes when you agree it.'
          : agreed.data?.saved === false
            ? 'A proposal from your mapped fields: nothing moves until you agree it.'
            : 'Agreed. Every change is a new version and asks the committee again.'
      }
      testId="screen-active"
      actions={
        <>
          {objects.length > 1 ? (
            <SegmentedControl
              aria-label="Object"
              data={objects.map(({ name, label }) => ({ value: name, label }))}
              value={object.name}
              onChange={(name) =>
                navigate({ at: 'project', folder: project.folder, screen: 'active', rest: [name] })
              }
            />
          ) : null}
          {edited ? (
            <Button onClick={() => setEdited(null)} testId="rule-discard">
              Discard draft
            </Button>
          ) : null}
          <Button
            kind="primary"
            hotkey="Ctrl+S"
            disabled={!unsaved || !rule}
            onClick={() => void save()}
            testId="rule-save"
          >
            Agree this rule
          </Button>
        </>
      }
    >
      <QueryView query={agreed}>
        {() =>
          rule && report ? (
            <>
              <RuleEditor object={object} rule={rule} sentence={report.sentence} onChange={setEdited} />
              <RuleResult
                report={report}
                rule={rule}
                onMonths={(months) =>
                  rule.window && setEdited({ ...rule, window: { ...rule.window, months } })
                }
                picked={picked}
                onPick={setPicked}
              />
            </>
          ) : null
        }
      </QueryView>
    </Screen>
  );
}
