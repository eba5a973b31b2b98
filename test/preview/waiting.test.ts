import { expect, test } from 'vitest';
import { Waiting } from '../../src/preview/waiting';

function waiting() {
  const sent: string[] = [];
  const page = { hears: false };
  return {
    sent,
    page,
    orders: new Waiting<string>(
      () => page.hears,
      (value) => sent.push(value),
    ),
  };
}

test('what nobody hears waits, and is sent in its order once somebody does', () => {
  const { sent, page, orders } = waiting();
  orders.push('zoomIn');
  orders.push('observeValue');
  orders.flush();
  expect(sent).toEqual([]);
  page.hears = true;
  orders.flush();
  expect(sent).toEqual(['zoomIn', 'observeValue']);
});

test('nothing is sent twice, and what is heard goes at once', () => {
  const { sent, page, orders } = waiting();
  page.hears = true;
  orders.push('zoomIn');
  orders.flush();
  orders.push('zoomOut');
  expect(sent).toEqual(['zoomIn', 'zoomOut']);
});

test('what comes later does not overtake what waits', () => {
  const { sent, page, orders } = waiting();
  orders.push('zoomIn');
  page.hears = true;
  orders.push('zoomOut');
  expect(sent).toEqual(['zoomIn', 'zoomOut']);
});
