export * from './address.js';
export * from './apply-edits.js';
export * from './build.js';
export * from './locate.js';
export * from './locked.js';
export * from './types.js';
