/**
 * Excel in memory for tests: Microsoft's own office.js runs unchanged on top of it, in Node and in Chromium.
 * What it assumes of Excel is written down in `docs/gia-dinh-excel.md`.
 */
export { bookFromSnapshot } from './from-snapshot.js';
export { ExcelHost, type HostOptions, type HostTraffic } from './host.js';
export * from './model.js';
export { HostShell } from './shell.js';
