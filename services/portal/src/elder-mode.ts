import { useSyncExternalStore } from 'react';

const KEY = 'minzheng.elder';
const listeners = new Set<() => void>();

/** 大字版: larger text and a simpler layout, kept in this browser. Everything hangs on one attribute of the page. */
export function startElderMode(): void {
  setOn(localStorage.getItem(KEY) === 'on');
}

export function toggleElderMode(): void {
  setOn(!isOn());
  localStorage.setItem(KEY, isOn() ? 'on' : 'off');
}

/** Whether it is on; the component follows. */
export const useElderMode = (): boolean => useSyncExternalStore(subscribe, isOn);

const isOn = (): boolean => document.documentElement.dataset['elder'] === 'on';

function setOn(on: boolean): void {
  document.documentElement.dataset['elder'] = on ? 'on' : 'off';
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
