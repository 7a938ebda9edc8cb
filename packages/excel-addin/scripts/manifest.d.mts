export interface Identity {
  readonly id: string;
  readonly name: string;
}
export const IN_DEVELOPMENT: Identity;
export function manifest(host: string, version: string, identity?: Identity): string;
