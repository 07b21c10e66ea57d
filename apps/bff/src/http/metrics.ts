/** Prometheus metrics. Labels are route templates and outcomes, never ids or names. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ObserveCall } from './access-log.ts';

export type Metrics = {
  observeCall: ObserveCall;
  observeGatewayCall: (call: { operation: string; outcome: string; milliseconds: number }) => void;
  contentType: string;
  render: () => Promise<string>;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: 'console_http_request_seconds',
    help: 'Calls to the console by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers: [registry],
  });
  const gatewayCalls = new Counter({
    name: 'console_gateway_calls_total',
    help: 'Calls to the vendor gateway by operation and outcome',
    labelNames: ['operation', 'outcome'],
    registers: [registry],
  });
  const gatewaySeconds = new Histogram({
    name: 'console_gateway_call_seconds',
    help: 'How long calls to the vendor gateway took',
    labelNames: ['operation'],
    buckets: [0.05, 0.1, 0.5, 1, 2, 5, 10, 30],
    registers: [registry],
  });
  return {
    observeCall: ({ method, route, status, seconds }) =>
      calls.observe({ method, route, status: String(status) }, seconds),
    observeGatewayCall: ({ operation, outcome, milliseconds }) => {
      gatewayCalls.inc({ operation, outcome });
      gatewaySeconds.observe({ operation }, milliseconds / 1000);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
