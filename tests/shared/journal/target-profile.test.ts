import { emptyState, foldJournal } from '@shared/journal/fold';
import { parsePayload } from '@shared/journal/schemas';
import type { ProjectState } from '@shared/journal/types';
import { builtInTarget } from '@shared/target/catalogue';
import { addField, newField } from '@shared/target/edit';
import { writeObject, writeTarget } from '@shared/target/written';
import { describe, expect, it } from 'vitest';
import { CREATED, draft, journalOf, type Step } from './make-journal';

const generic = builtInTarget('generic')!;
const person = generic.objects.find((object) => object.name === 'person')!;

const SET = draft('target.profile', { profile: writeTarget(generic) });

function stateAfter(...steps: readonly Step[]): ProjectState {
  return foldJournal(journalOf(CREATED, ...steps));
}

describe('the profile of a project', () => {
  it('is empty at first, is set, and is taken away again', () => {
    expect(emptyState().profile).toBeNull();
    expect(stateAfter(SET).profile?.objects.map((object) => object.name)).toEqual([
      'organization',
      'person',
      'opportunity',
      'activity',
      'affiliation',
    ]);
    expect(stateAfter(SET, draft('target.profile', { profile: null })).profile).toBeNull();
  });

  it('has one object changed, added or removed at a time', () => {
    const changed = addField(person, newField('shoe_size', 'Shoe size', 'integer'));
    if (!changed.ok) throw new Error(changed.error.message);
    const state = stateAfter(
      SET,
      draft('target.object', { object: writeObject(changed.value), replaces: 'person' }),
      draft('target.object', { object: null, replaces: 'activity' }),
    );
    expect(state.profile?.objects.map((object) => object.name)).toEqual([
      'organization',
      'person',
      'opportunity',
      'affiliation',
    ]);
    expect(state.profile?.objects[1]?.fields.at(-1)).toMatchObject({ api: 'shoe_size', type: 'integer' });
  });

  it('stays as it is when an object comes without a profile, or would be there twice', () => {
    const twice = draft('target.object', { object: writeObject(person), replaces: null });
    expect(stateAfter(twice).profile).toBeNull();
    const state = stateAfter(SET, twice);
    expect(state.profile?.objects).toHaveLength(5);
  });
});

describe('the payload of a profile', () => {
  it('keeps no property that says nothing, and no synonym that the name of a field gives', () => {
    const text = JSON.stringify(writeTarget(generic));
    expect(text).not.toContain('"synonyms"');
    expect(text).not.toContain('false,"unique":false');
    expect(text.length).toBeLessThan(12_000);
  });

  it.each<[string, (profile: ReturnType<typeof JSON.parse>) => void]>([
    [
      'an object called like a property every object has',
      (profile) => (profile.objects[0].name = 'constructor'),
    ],
    ['an unknown property', (profile) => (profile.objects[0].fields[0].colour = 'red')],
    ['a picklist with a value twice', (profile) => (profile.objects[0].fields[1].picklist = ['a', 'a'])],
    ['no objects', (profile) => (profile.objects = [])],
  ])('is refused with %s', (_what, damage) => {
    const profile = JSON.parse(JSON.stringify(writeTarget(generic)));
    damage(profile);
    expect(parsePayload('target.profile', { profile })).toMatchObject({
      ok: false,
      error: { code: 'EVENT_INVALID' },
    });
  });
});
