export function manifest(host: string, version: string): string;
export function catalogueRegistry(share: string): string;
