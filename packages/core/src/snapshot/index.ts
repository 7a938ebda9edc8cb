export * from './address.js';
export * from './build.js';
export * from './locate.js';
export * from './types.js';
