import { expect, test } from '@jest/globals';
import { UndoLog } from './undo-log.ts';

test('what came after the mark is taken back, what came before stays', () => {
  const undo = new UndoLog();
  const map = new Map<string, number | undefined>();
  const list: number[] = [];
  undo.set(map, 'a', 1);
  undo.push(list, 1, 2);
  const { mark } = undo;
  undo.set(map, 'a', undefined);
  undo.set(map, 'b', 2);
  undo.push(list, 3);
  undo.push(list);
  undo.set(map, 'a', 9);
  undo.backTo(mark);
  expect([...map]).toEqual([['a', 1]]);
  expect(list).toEqual([1, 2]);
  undo.backTo(0);
  expect([...map]).toEqual([]);
  expect(list).toEqual([]);
});

test('an entry that was there as undefined is there again', () => {
  const undo = new UndoLog();
  const map = new Map([['a', undefined as number | undefined]]);
  undo.set(map, 'a', 1);
  undo.backTo(0);
  expect(map.has('a')).toBe(true);
});
