export function policy(source: 'local' | 'cdn' | 'none'): string;
