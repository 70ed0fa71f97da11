import type { ValueCluster } from '@shared/clean/types';
import { describe, expect, test } from 'vitest';
import {
  allSet,
  choiceOf,
  choicesOf,
  mergeCount,
  mergedClusters,
  mergesAny,
  NO_CHOICES,
  recognised,
  renamed,
  spellingToggled,
  toggled,
} from '../../../../src/renderer/screens/clean/clusters/cluster-choice';

const BERLIN: ValueCluster = {
  key: 'berlin',
  values: [
    { value: 'Berlin', rows: 90 },
    { value: 'BERLIN', rows: 7 },
    { value: 'berlin ', rows: 3 },
  ],
  rows: 100,
  to: 'Berlin',
};
const BONN: ValueCluster = {
  key: 'bonn',
  values: [
    { value: 'Bonn', rows: 5 },
    { value: 'bonn', rows: 1 },
  ],
  rows: 6,
  to: 'Bonn',
};

describe('choosing which clusters are merged', () => {
  test('nothing is merged that nobody took', () => {
    expect(choiceOf(NO_CHOICES, BERLIN).on).toBe(false);
    expect(mergedClusters(NO_CHOICES)).toEqual([]);
  });

  test('a cluster taken becomes its most frequent spelling, with the key that catches later ones', () => {
    const choices = toggled(NO_CHOICES, BERLIN);
    expect(mergedClusters(choices)).toEqual([{ to: 'Berlin', from: ['BERLIN', 'berlin '], key: 'berlin' }]);
    expect(mergeCount(choices)).toEqual({ clusters: 1, values: 2, rows: 10 });
  });

  test('taken twice is left again', () => {
    expect(mergedClusters(toggled(toggled(NO_CHOICES, BERLIN), BERLIN))).toEqual([]);
  });

  test('a typed spelling takes the cluster, and then every spelling changes', () => {
    const choices = renamed(NO_CHOICES, BONN, 'Bonn (Rhein)');
    expect(mergedClusters(choices)).toEqual([{ to: 'Bonn (Rhein)', from: ['Bonn', 'bonn'], key: 'bonn' }]);
    expect(mergeCount(choices)).toEqual({ clusters: 1, values: 2, rows: 6 });
  });

  test('taking a cluster and leaving out all its variants changes nothing', () => {
    const taken = toggled(NO_CHOICES, BONN);
    expect([mergesAny(NO_CHOICES), mergesAny(taken)]).toEqual([false, true]);
    const emptied = spellingToggled(taken, BONN, 'bonn');
    expect([mergesAny(emptied), mergeCount(emptied).clusters]).toEqual([false, 0]);
  });

  test('a spelling left out takes the key away, which would catch it all the same', () => {
    const choices = spellingToggled(toggled(NO_CHOICES, BERLIN), BERLIN, 'berlin ');
    expect(mergedClusters(choices)).toEqual([{ to: 'Berlin', from: ['BERLIN'], key: null }]);
    expect(mergeCount(choices)).toEqual({ clusters: 1, values: 1, rows: 7 });
  });

  test('all at once, sorted by what they become', () => {
    const choices = allSet(NO_CHOICES, [BONN, BERLIN], true);
    expect(mergedClusters(choices).map(({ to }) => to)).toEqual(['Berlin', 'Bonn']);
    expect(mergeCount(allSet(choices, [BERLIN], false)).clusters).toBe(1);
  });
});

describe('a merge step gone through again', () => {
  test('its clusters come back as taken, with the counts of today', () => {
    const stored = choicesOf([{ to: 'Berlin', from: ['BERLIN'], key: 'berlin' }]);
    const choices = recognised(stored, [BERLIN, BONN]);
    expect(choiceOf(choices, BERLIN)).toMatchObject({ on: true, to: 'Berlin' });
    expect(choiceOf(choices, BONN).on).toBe(false);
    expect(mergeCount(choices)).toEqual({ clusters: 1, values: 2, rows: 10 });
  });

  test('a list without a key leaves out what it does not name', () => {
    const choices = recognised(choicesOf([{ to: 'Berlin', from: ['BERLIN'], key: null }]), [BERLIN]);
    expect([...choiceOf(choices, BERLIN).left]).toEqual(['berlin ']);
    expect(mergedClusters(choices)).toEqual([{ to: 'Berlin', from: ['BERLIN'], key: null }]);
  });

  test('what is not found today stays in the step', () => {
    const stored = choicesOf([{ to: 'Köln', from: ['Koeln'], key: 'koln' }]);
    expect(mergedClusters(recognised(stored, [BERLIN]))).toEqual([
      { to: 'Köln', from: ['Koeln'], key: 'koln' },
    ]);
  });
});
