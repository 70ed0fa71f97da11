import { Menu } from '@mantine/core';
import { fail, type Result } from '@shared/base/result';
import { MAX_DOCUMENT_CHARS, readMappings, writeMappings } from '@shared/mapping/document';
import type { MappingDocument } from '@shared/mapping/document-schema';
import {
  IconChevronDown,
  IconFileCheck,
  IconFileExport,
  IconFileImport,
  IconListCheck,
  IconTrash,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Button } from '../../components/button';
import { useProjectState } from '../../state/context';
import { safeFileName, saveBlob } from '../../state/download';
import { notifyError } from '../../state/notify';
import { useTarget } from '../../state/target';
import { DocumentDialog } from './document-dialog';
import { ForgetMappings } from './forget-mappings';
import { namedTables } from './named-tables';
import { useSaveRequests } from './save-requests';
import { useSaveSheet } from './save-sheet';

/** All mappings of the project as a file, and from a file. */
export function DocumentMenu() {
  const state = useProjectState();
  const system = useTarget();
  const [forgetting, setForgetting] = useState(false);
  const saveSheet = useSaveSheet();
  const saveRequests = useSaveRequests();
  const picker = useRef<HTMLInputElement>(null);
  const [offered, setOffered] = useState<{ from: string; document: MappingDocument } | null>(null);
  if (!system) return null;
  const exportDocument = () =>
    saveBlob(
      new Blob([writeMappings(system, state.mappings, namedTables(state))], { type: 'application/json' }),
      `${safeFileName(state.name)}.mapping.json`,
    );
  const read = async (file: File | undefined) => {
    if (!file) return;
    const document = await readFile(file);
    if (document.ok) setOffered({ from: file.name, document: document.value });
    else notifyError(document.error);
  };
  return (
    <>
      <Menu position="bottom-end" withinPortal width={290}>
        <Menu.Target>
          <Button onClick={() => undefined} testId="mapping-menu">
            Mapping document <IconChevronDown size={14} stroke={1.7} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileExport size={15} stroke={1.6} />}
            onClick={exportDocument}
            disabled={state.mappings.length === 0}
            data-testid="mapping-export"
          >
            Export all mappings as JSON
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileImport size={15} stroke={1.6} />}
            onClick={() => picker.current?.click()}
            data-testid="mapping-import"
          >
            Import a mapping document …
          </Menu.Item>
          <Menu.Label>Mapping sheet for sign-off</Menu.Label>
          {(['xlsx', 'html'] as const).map((format) => (
            <Menu.Item
              key={format}
              leftSection={<IconFileCheck size={15} stroke={1.6} />}
              onClick={() => void saveSheet(format)}
              disabled={state.mappings.length === 0}
              data-testid={`mapping-sheet-${format}`}
            >
              {format === 'xlsx' ? 'Download as a workbook' : 'Download as a page to print'}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconListCheck size={15} stroke={1.6} />}
            onClick={() => void saveRequests()}
            disabled={state.mappings.length === 0}
            data-testid="mapping-requests"
          >
            Values to request from the CRM administrator
          </Menu.Item>
          <Menu.Label>Mapped before on this machine</Menu.Label>
          <Menu.Item
            leftSection={<IconTrash size={15} stroke={1.6} />}
            onClick={() => setForgetting(true)}
            data-testid="mapping-forget"
          >
            Forget what was mapped …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          void read(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
        data-testid="mapping-file"
      />
      <ForgetMappings opened={forgetting} onClose={() => setForgetting(false)} />
      {offered ? (
        <DocumentDialog
          from={offered.from}
          document={offered.document}
          system={system}
          onClose={() => setOffered(null)}
        />
      ) : null}
    </>
  );
}

/** A character takes up to four bytes; files beyond that are not even loaded. */
async function readFile(file: File): Promise<Result<MappingDocument>> {
  return file.size > 4 * MAX_DOCUMENT_CHARS
    ? fail('MAPPING_TOO_LARGE', `${file.name} is larger than any mapping Winnow writes. It was not read.`)
    : readMappings(await file.text());
}
