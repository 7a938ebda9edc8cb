export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}
export function parseManifest(xml: string): Element;
export function manifestFaults(xml: string, host: string, folder?: string | null): string[];
