export function catalogueRegistry(share: string): string;
export function cataloguePolicy(share: string): string;
