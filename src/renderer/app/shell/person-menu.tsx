import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
  IconUserEdit,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import { initials } from '../../base/format';
import { ROLE_LABELS, switchPerson } from '../../state/app-store';
import { useApp, useAppStore, useSurroundings } from '../../state/context';
import { IdentityDialog } from '../identity-dialog';
import classes from './person-menu.module.css';

const icon = { size: 15, stroke: 1.7 } as const;

/** Who works now, in which role; switch person or role, and the look of the window. */
export function PersonMenu() {
  const store = useAppStore();
  const { database } = useSurroundings();
  const people = useApp((model) => model.people);
  const current = useApp((model) => model.current);
  const role = useApp((model) => model.role);
  const [dialog, setDialog] = useState<'new' | 'edit' | null>(null);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!current) return null;
  return (
    <>
      <Menu width={250}>
        <Menu.Target>
          <button
            type="button"
            className={classes.chip}
            data-testid="person-chip"
            aria-label={`${current.name}, ${ROLE_LABELS[role]}: switch person, role or colours`}
          >
            <span className={classes.badge} aria-hidden="true">
              {initials(current.name)}
            </span>
            <span className={classes.who}>
              <b>{current.name}</b>
              <span>{ROLE_LABELS[role]}</span>
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>People on this machine</Menu.Label>
          {people.map((person) => (
            <Menu.Item
              key={person.id}
              leftSection={<span className={classes.small}>{initials(person.name)}</span>}
              rightSection={person.id === current.id ? <IconCheck {...icon} /> : null}
              onClick={() => void switchPerson(store, database, person.id)}
              data-testid="person-item"
            >
              <span className={classes.name}>{person.name}</span>
              <span className={classes.title}>
                {[person.title, person.roles.map((name) => ROLE_LABELS[name]).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconUserPlus {...icon} />}
            onClick={() => setDialog('new')}
            data-testid="person-new"
          >
            Add a person
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUserEdit {...icon} />}
            onClick={() => setDialog('edit')}
            data-testid="person-edit"
          >
            Change my details
          </Menu.Item>
          {current.roles.length > 1 ? (
            <>
              <Menu.Divider />
              <Menu.Label>I act as</Menu.Label>
              {current.roles.map((name) => (
                <Menu.Item
                  key={name}
                  rightSection={name === role ? <IconCheck {...icon} /> : null}
                  onClick={() => store.setState({ role: name })}
                  data-testid={`role-${name}`}
                >
                  {ROLE_LABELS[name]}
                </Menu.Item>
              ))}
            </>
          ) : null}
          <Menu.Divider />
          <Menu.Label>Colours</Menu.Label>
          <Menu.Item
            leftSection={<IconSun {...icon} />}
            rightSection={colorScheme === 'light' ? <IconCheck {...icon} /> : null}
            onClick={() => setColorScheme('light')}
          >
            Light
          </Menu.Item>
          <Menu.Item
            leftSection={<IconMoon {...icon} />}
            rightSection={colorScheme === 'dark' ? <IconCheck {...icon} /> : null}
            onClick={() => setColorScheme('dark')}
          >
            Dark
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDeviceDesktop {...icon} />}
            rightSection={colorScheme === 'auto' ? <IconCheck {...icon} /> : null}
            onClick={() => setColorScheme('auto')}
          >
            As the system
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <IdentityDialog
        opened={dialog !== null}
        onClose={() => setDialog(null)}
        editing={dialog === 'edit' ? current : null}
      />
    </>
  );
}
