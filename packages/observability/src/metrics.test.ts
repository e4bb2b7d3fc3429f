import { expect, test } from '@jest/globals';
import { createMetrics } from './metrics.ts';

test('a counter adds up per labels, whatever their order, and a gauge keeps the latest', () => {
  const metrics = createMetrics();
  const moved = metrics.counter('pay_run_status_changed');
  moved.inc({ from: 'drawn', to: 'submitted' });
  moved.inc({ to: 'submitted', from: 'drawn' }, 2);
  metrics.gauge('outbox_oldest_ms').set(7);
  metrics.gauge('outbox_oldest_ms').set(3);
  expect(metrics.snapshot().map(({ name, value }) => [name, value])).toEqual([
    ['outbox_oldest_ms', 3],
    ['pay_run_status_changed', 3],
  ]);
});

test('labels that are ids are refused before they fill the memory', () => {
  const counter = createMetrics().counter('requests');
  expect(() => {
    for (let i = 0; i <= 1_000; i += 1) counter.inc({ id: String(i) });
  }).toThrow(RangeError);
});

test('the figures read as Prometheus wants them: a type per name, labels with quotes, backslashes and line ends escaped', () => {
  const metrics = createMetrics();
  metrics.counter('http_requests').inc({ route: '/notes/:id', status: '200' }, 3);
  metrics.counter('http_requests').inc({ route: 'a"b\\c\nd', status: '404' });
  metrics.gauge('outbox_oldest_ms').set(12.5);
  expect(metrics.exposition().split('\n')).toEqual([
    '# TYPE http_requests counter',
    'http_requests{route="/notes/:id",status="200"} 3',
    'http_requests{route="a\\"b\\\\c\\nd",status="404"} 1',
    '# TYPE outbox_oldest_ms gauge',
    'outbox_oldest_ms 12.5',
    '',
  ]);
});

test('an empty registry is an empty page', () => {
  createMetrics().counter('never_counted');
  expect(createMetrics().exposition()).toBe('');
});
